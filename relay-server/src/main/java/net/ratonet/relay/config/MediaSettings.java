package net.ratonet.relay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import net.ratonet.shared.settings.SettingsReader;

/// Reads the settings of the media side. For the one thread that starts the relay.
final class MediaSettings {

    private static final int HIGHEST_PORT = 65_535;
    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1_000 * MEGABYTE;
    private static final int MOST_GIGABYTES = 1_000_000;
    private static final Set<String> RTMP = Set.of("rtmp", "rtmps");

    private final SettingsReader reader;
    private final Path database;

    /// @param database beside which the media lies, unless the operator wants it elsewhere
    MediaSettings(SettingsReader reader, Path database) {
        this.reader = reader;
        this.database = database;
    }

    MediaConfig read() {
        return new MediaConfig(
                srt(),
                srtla(),
                port("RTMP_PORT", 1935, "RTMP, TCP"),
                slate(),
                recording(),
                folder(),
                reader.integer("MEDIA_MAX_STREAMS", 100, 1, 10_000, "streams at the same time"),
                reader.flag(
                        "OUTPUT_PRIVATE_HOSTS",
                        false,
                        "let streamers' destinations be on this machine or in its networks"),
                reader.text("FFMPEG_PATH", "", "another FFmpeg than the bundled one"),
                targets());
    }

    private SrtConfig srt() {
        var base = port("SRT_BASE_PORT", 9000, "SRT, UDP");
        var count =
                reader.integer(
                        "SRT_PORT_COUNT",
                        100,
                        1,
                        1_000,
                        "SRT ports from the first on, for set-ups with one port per link");
        if (base + count - 1 > HIGHEST_PORT) {
            reader.wrong(
                    "SRT_PORT_COUNT",
                    Integer.toString(count),
                    "at most %d with SRT_BASE_PORT %d".formatted(HIGHEST_PORT - base + 1, base));
        }
        return new SrtConfig(
                base,
                count,
                reader.integer("SRT_MAX_LINKS", 4, 1, 64, "links of one streamer without SRTLA"),
                Duration.ofMillis(
                        reader.integer("SRT_LATENCY_MS", 500, 20, 8_000, "SRT receive latency")),
                passphrase());
    }

    private String passphrase() {
        var passphrase = reader.secret("SRT_PASSPHRASE", "encrypts SRT, 10 to 79 characters");
        if (!passphrase.isEmpty() && (passphrase.length() < 10 || passphrase.length() > 79)) {
            reader.wrong("SRT_PASSPHRASE", passphrase, "10 to 79 characters long");
        }
        return passphrase;
    }

    private SrtlaConfig srtla() {
        return new SrtlaConfig(
                reader.flag(
                        "SRTLA_ENABLED", false, "bonding in the field; the relay always takes it"),
                port("SRTLA_REC_PORT", 5001, "SRTLA, UDP"),
                port("SRTLA_SEND_PORT", 5000, "SRTLA, UDP, older set-ups"),
                reader.text(
                        "SRTLA_BINARY_PATH", "", "kept for old set-ups; RatoNet bonds by itself"));
    }

    private SlateConfig slate() {
        return new SlateConfig(
                Duration.ofMillis(
                        reader.integer(
                                "SLATE_AFTER_MS",
                                1_500,
                                500,
                                60_000,
                                "how long a stream must be silent before the slate is shown")),
                Duration.ofMinutes(
                        reader.integer(
                                "SLATE_MAX_MIN",
                                30,
                                1,
                                1_440,
                                "how long the slate is shown before the outputs end")),
                MEGABYTE
                        * reader.integer(
                                "SLATE_QUOTA_MB",
                                500,
                                1,
                                100_000,
                                "images and clips of one streamer"));
    }

    private RecordingConfig recording() {
        var perStreamer =
                reader.integer(
                        "RECORDING_QUOTA_GB",
                        20,
                        1,
                        MOST_GIGABYTES,
                        "recordings of one streamer; past it their oldest go");
        var ofAll =
                reader.integer(
                        "RECORDING_TOTAL_GB",
                        100,
                        1,
                        MOST_GIGABYTES,
                        "recordings of all; past it the oldest of all go");
        if (ofAll < perStreamer) {
            reader.wrong(
                    "RECORDING_TOTAL_GB",
                    Integer.toString(ofAll),
                    "at least RECORDING_QUOTA_GB (%d)".formatted(perStreamer));
        }
        return new RecordingConfig(
                GIGABYTE * perStreamer,
                GIGABYTE * ofAll,
                MEGABYTE
                        * reader.integer(
                                "RECORDING_MAX_FILE_MB",
                                1_000,
                                10,
                                1_000,
                                "a recording goes on in a new file at this size"),
                Duration.ofMinutes(
                        reader.integer(
                                "RECORDING_MAX_FILE_MIN", 60, 1, 1_440, "and after this time")));
    }

    private Path folder() {
        var chosen =
                reader.text(
                        "MEDIA_DIR",
                        "",
                        "recordings and slates; empty = the folder media beside the database");
        return chosen.isEmpty() ? database.resolveSibling("media") : Path.of(chosen);
    }

    private GlobalTargets targets() {
        return new GlobalTargets(
                reader.secretUrl(
                        "RTMP_PRIMARY_URL", RTMP, "where one global stream goes, older set-ups"),
                reader.secretUrl("RTMP_SECONDARY_URL", RTMP, "its second target"));
    }

    private int port(String name, int fallback, String meaning) {
        return reader.integer(name, fallback, 0, HIGHEST_PORT, meaning + "; 0 = any free port");
    }
}
