package net.ratonet.station.config;

import java.nio.file.Path;
import java.time.Duration;
import net.ratonet.shared.settings.SettingsReader;

/// The settings of the copy that stays on this machine.
final class RecordingSettings {

    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1_000 * MEGABYTE;

    private RecordingSettings() {}

    /// @param data where recordings go when nothing else is said
    static RecordingConfig read(SettingsReader reader, Path data) {
        return new RecordingConfig(withLive(reader), plan(reader, data));
    }

    private static boolean withLive(SettingsReader reader) {
        var text =
                reader.text(
                        "FIELD_RECORD",
                        "off",
                        "keep a copy on this machine: live (of each live), or off (when asked)");
        if (!text.equals("off") && !text.equals("live")) {
            reader.wrong("FIELD_RECORD", text, "live or off");
        }
        return text.equals("live");
    }

    private static RecordingPlan plan(SettingsReader reader, Path data) {
        var folder =
                reader.text(
                        "FIELD_RECORD_DIR",
                        "",
                        "where recordings go; empty = recordings in FIELD_DATA_DIR");
        var quota =
                reader.decimal(
                        "FIELD_RECORD_QUOTA_GB",
                        20,
                        0.1,
                        100_000,
                        "room for all recordings; beyond it the oldest are deleted");
        var minutes =
                reader.integer(
                        "FIELD_RECORD_SPLIT_MINUTES",
                        30,
                        1,
                        1_440,
                        "a new file begins after so many minutes");
        var megabytes =
                reader.integer(
                        "FIELD_RECORD_SPLIT_MB", 2_000, 10, 100_000, "or after so many megabytes");
        return new RecordingPlan(
                folder.isEmpty() ? data.resolve("recordings") : Path.of(folder),
                Math.round(quota * GIGABYTE),
                megabytes * MEGABYTE,
                Duration.ofMinutes(minutes));
    }
}
