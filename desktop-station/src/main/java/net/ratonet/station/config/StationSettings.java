package net.ratonet.station.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.settings.SettingsReader;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.StreamerId;

/// Turns options, environment variables and the `.env` file into the station's configuration. The
/// names and defaults are those that RatoNet's field agent has always had.
public final class StationSettings {

    public static final Bitrate LOWEST_BITRATE = Bitrate.ofKbps(100);
    public static final Bitrate HIGHEST_BITRATE = Bitrate.ofKbps(50_000);

    private static final Set<String> WS = Set.of("ws", "wss");
    private static final List<String> ALGORITHMS =
            List.of("rato", "belabox", "fast", "slow", "off");
    private static final StreamerId NOBODY = new StreamerId("nobody");

    private final SettingsReader reader;

    private StationSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /// Reads all settings, and all mistakes in them.
    ///
    /// @param options what the command line said, under the names of the settings
    public static LoadedSettings load(
            Map<String, String> options, Map<String, String> environment, DotEnv file) {
        var reader = new SettingsReader(options, environment, file);
        var config = new StationSettings(reader).read();
        var faultless = reader.mistakes().isEmpty();
        return new LoadedSettings(
                faultless ? Optional.of(config) : Optional.empty(),
                reader.settings(),
                reader.mistakes());
    }

    private StationConfig read() {
        var relay = relay();
        var telemetry = telemetry();
        var folder = folder();
        return new StationConfig(
                relay,
                telemetry,
                VideoSettings.read(reader, folder),
                live(),
                bond(),
                LocalSettings.read(reader),
                folder);
    }

    /// Where the station keeps its files; known even when other settings are wrong.
    public static Path folder(Map<String, String> environment, DotEnv file) {
        return new StationSettings(new SettingsReader(environment, file)).folder();
    }

    private Path folder() {
        return Path.of(
                reader.text(
                        "FIELD_DATA_DIR",
                        ".ratonet",
                        "where the station keeps what must outlive a restart"));
    }

    private RelayConfig relay() {
        return new RelayConfig(
                URI.create(
                        reader.url(
                                "FIELD_SERVER_WS_URL",
                                "ws://localhost:8000/ws/field",
                                WS,
                                "the relay that this station reports to")),
                streamerId(),
                apiKey());
    }

    private StreamerId streamerId() {
        var text = reader.text("FIELD_STREAMER_ID", "", "who streams, as the relay knows them");
        if (StreamerId.isValid(text)) {
            return new StreamerId(text);
        }
        reader.wrong(
                "FIELD_STREAMER_ID",
                text,
                "the id that the relay gave you (1 to 64 letters, digits, dots, dashes or"
                        + " underscores)");
        return NOBODY;
    }

    private String apiKey() {
        var key = reader.secret("FIELD_API_KEY", "proves to the relay who streams");
        if (key.isEmpty()) {
            reader.wrong("FIELD_API_KEY", key, "the key that the relay showed you once");
        } else if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
            reader.wrong("FIELD_API_KEY", key, "letters, digits and signs without blanks");
        }
        return key;
    }

    private TelemetryConfig telemetry() {
        return new TelemetryConfig(
                Duration.ofMillis(
                        Math.round(
                                1_000
                                        * reader.decimal(
                                                "FIELD_TELEMETRY_INTERVAL_S",
                                                1,
                                                0.1,
                                                60,
                                                "how often to report"))),
                gpsDevice(),
                starlink(),
                reader.list(
                        "FIELD_NETWORK_INTERFACES",
                        "interfaces to use and report, comma list; empty = all that are found"),
                reader.text(
                        "FIELD_PING_HOST",
                        "",
                        "whom to ping over links that carry no stream; empty = the relay, off ="
                                + " nobody"),
                reader.flag(
                        "FIELD_MODEMS",
                        true,
                        "look for modems and read their signal; asks the routers of private links"),
                reader.list(
                        "FIELD_MODEM_PORTS",
                        "serial ports that take AT commands, comma list; empty = found by itself"),
                modemLogins(),
                reader.flag(
                        "FIELD_SIMULATE", false, "invent a ride and three modems, to show around"));
    }

    private ModemLogins modemLogins() {
        var text =
                reader.secret(
                        "FIELD_MODEM_LOGINS",
                        "passwords of modems and routers that want one: " + ModemLogins.ALLOWED);
        var logins = ModemLogins.parse(text);
        if (logins.isEmpty()) {
            reader.wrong("FIELD_MODEM_LOGINS", text, ModemLogins.ALLOWED);
        }
        return logins.orElse(ModemLogins.NONE);
    }

    private GpsDevice gpsDevice() {
        var text =
                reader.text(
                        "FIELD_GPS_DEVICE",
                        "localhost:2947",
                        "gpsd as host:port, a serial port, auto, fixed:LAT,LNG, or off");
        var device = GpsDevice.parse(text);
        if (device.isEmpty()) {
            reader.wrong("FIELD_GPS_DEVICE", text, GpsDevice.ALLOWED);
        }
        return device.orElseGet(GpsDevice.Off::new);
    }

    private Optional<HostPort> starlink() {
        var text =
                reader.text("FIELD_STARLINK_ADDR", "192.168.100.1:9200", "Starlink dish, or off");
        var dish = HostPort.parse(text);
        if (dish.isEmpty() && !text.equals("off")) {
            reader.wrong("FIELD_STARLINK_ADDR", text, "host:port of the dish, or off");
        }
        return dish;
    }

    /// Whether an encoder can be asked for this rate.
    public static boolean isUsable(Bitrate bitrate) {
        return bitrate.compareTo(LOWEST_BITRATE) >= 0 && bitrate.compareTo(HIGHEST_BITRATE) <= 0;
    }

    private LiveConfig live() {
        var text =
                reader.secret("FIELD_LIVE_TO", "go live to this address at once; may hold a key");
        var target = StreamTarget.parse(text);
        if (!text.isEmpty() && target.isEmpty()) {
            reader.wrong(
                    "FIELD_LIVE_TO",
                    text,
                    "a URL that starts with " + String.join("://, ", StreamTarget.SCHEMES) + "://");
        }
        return new LiveConfig(target);
    }

    private BondConfig bond() {
        return new BondConfig(
                algorithm(),
                floor(),
                reader.integer(
                        "FIELD_SRT_LATENCY_MS",
                        2_000,
                        100,
                        10_000,
                        "how long SRT may wait for a lost packet, when the live's URL does not"
                                + " say"),
                reader.integer(
                        "FIELD_SRT_FALLBACK_PORT",
                        9_000,
                        0,
                        65_535,
                        "the relay's SRT port, for when nobody answers SRTLA there; 0 = never"),
                plans());
    }

    private String algorithm() {
        var text =
                reader.text(
                        "FIELD_BITRATE_ALGORITHM",
                        "rato",
                        "who follows what the links carry: rato, belabox, fast, slow, or off");
        if (!ALGORITHMS.contains(text)) {
            reader.wrong("FIELD_BITRATE_ALGORITHM", text, String.join(", ", ALGORITHMS));
        }
        return text;
    }

    private Bitrate floor() {
        var text =
                reader.text(
                        "FIELD_BITRATE_FLOOR", "500k", "lowest video bitrate that is still useful");
        var bitrate = BitrateText.parse(text).filter(StationSettings::isUsable);
        if (bitrate.isEmpty()) {
            reader.wrong("FIELD_BITRATE_FLOOR", text, "a rate from 100k to 50M, like 500k");
        }
        return bitrate.orElse(LOWEST_BITRATE);
    }

    private List<DataPlan> plans() {
        var plans = new ArrayList<DataPlan>();
        for (var text : reader.list("FIELD_DATA_BUDGETS", "data plans, like wwan0:50G:15")) {
            DataPlan.parse(text)
                    .ifPresentOrElse(
                            plans::add,
                            () -> reader.wrong("FIELD_DATA_BUDGETS", text, DataPlan.ALLOWED));
        }
        return plans;
    }
}
