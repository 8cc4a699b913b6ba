package net.ratonet.relay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.settings.SettingsReader;

/// Turns environment variables and the `.env` file into the relay's configuration. The names and
/// defaults are those that RatoNet has always had.
public final class RelaySettings {

    private static final int HIGHEST_PORT = 65_535;
    private static final double LONGEST_DELAY_S = 3_600;
    private static final Set<String> HTTP = Set.of("http", "https");
    private static final Set<String> WS = Set.of("ws", "wss");

    private final SettingsReader reader;

    private RelaySettings(SettingsReader reader) {
        this.reader = reader;
    }

    public static LoadedSettings load(Map<String, String> environment, DotEnv file) {
        var reader = new SettingsReader(environment, file);
        var config = new RelaySettings(reader).read();
        return new LoadedSettings(config, reader.settings(), reader.mistakes());
    }

    private RelayConfig read() {
        var web = web();
        var store = store();
        return new RelayConfig(
                web,
                store,
                health(),
                obs(),
                place(),
                field(),
                new MediaSettings(reader, store.database()).read(),
                language(),
                reader.integer(
                        "RATE_LIMIT_PER_SECOND",
                        100,
                        0,
                        1_000_000,
                        "requests from one network or key; 0 = no limits"));
    }

    private WebConfig web() {
        reader.text(
                "DASHBOARD_STATIC_DIR", ".", "kept for old set-ups; the pages are in the program");
        return new WebConfig(
                reader.text("DASHBOARD_HOST", "0.0.0.0", "address on which the web server listens"),
                reader.integer(
                        "DASHBOARD_PORT",
                        8000,
                        0,
                        HIGHEST_PORT,
                        "web and API, TCP; 0 = any free port"),
                adminToken(),
                reader.list(
                        "CORS_ORIGINS", "other origins whose pages may call the API; empty = none"),
                reader.flag(
                        "TRUST_PROXY",
                        false,
                        "believe X-Forwarded-For; only behind your own proxy"));
    }

    private String adminToken() {
        var token =
                reader.secret(
                        "ADMIN_TOKEN",
                        "opens the admin API; empty = the relay makes one and prints it once");
        if (!token.isEmpty() && token.length() < 8) {
            reader.wrong("ADMIN_TOKEN", token, "at least 8 characters long");
        }
        return token;
    }

    private StoreConfig store() {
        return new StoreConfig(
                Path.of(
                        reader.text(
                                "DB_PATH",
                                "ratonet.db",
                                "SQLite file; its key file lies beside it")),
                reader.flag("DB_AUTO_APPROVE", false, "let new streamers in without an admin"),
                Duration.ofDays(
                        reader.integer(
                                "HISTORY_RETENTION_DAYS",
                                365,
                                1,
                                36_500,
                                "how long past lives are kept")));
    }

    private HealthConfig health() {
        var degraded =
                reader.integer(
                        "HEALTH_THRESHOLD_DEGRADED",
                        70,
                        0,
                        100,
                        "score up to which a stream is degraded");
        var critical =
                reader.integer(
                        "HEALTH_THRESHOLD_CRITICAL",
                        40,
                        0,
                        100,
                        "score up to which it is critical");
        var down =
                reader.integer("HEALTH_THRESHOLD_DOWN", 10, 0, 100, "score up to which it is down");
        if (!(down < critical && critical < degraded)) {
            reader.wrong(
                    "HEALTH_THRESHOLD_CRITICAL",
                    Integer.toString(critical),
                    "above HEALTH_THRESHOLD_DOWN (%d) and below HEALTH_THRESHOLD_DEGRADED (%d)"
                            .formatted(down, degraded));
        }
        return new HealthConfig(
                degraded,
                critical,
                down,
                seconds("HEALTH_CHECK_INTERVAL_S", 2, "how often a stream is judged"));
    }

    private ObsConfig obs() {
        return new ObsConfig(
                reader.text("OBS_HOST", "localhost", "machine on which OBS runs"),
                port("OBS_PORT", 4455, "obs-websocket, TCP"),
                reader.secret("OBS_PASSWORD", "password of obs-websocket"),
                reader.text("OBS_SCENE_LIVE", "LIVE", "scene with the live picture"),
                reader.text("OBS_SCENE_BRB", "BRB", "scene to show while the signal is bad"),
                seconds("OBS_FALLBACK_DELAY_S", 3, "how long it must be bad before BRB"),
                seconds("OBS_RECOVERY_DELAY_S", 5, "how long it must be good before LIVE"),
                reader.flag(
                        "OBS_PRIVATE_HOSTS",
                        false,
                        "let streamers' own OBS be on this machine or in its networks"));
    }

    private PlaceConfig place() {
        return new PlaceConfig(
                reader.url(
                        "GEOCODER_URL",
                        "https://nominatim.openstreetmap.org",
                        HTTP,
                        "reverse geocoder (Nominatim API)"),
                reader.text(
                        "GEOCODER_CONTACT",
                        "",
                        "your e-mail or page, as its rules ask; empty = places are not looked up"),
                reader.text("GEOCODER_LANGUAGE", "pt-BR", "language of place names"));
    }

    private FieldConfig field() {
        return new FieldConfig(
                reader.url(
                        "FIELD_SERVER_WS_URL",
                        "ws://localhost:8000/ws/field",
                        WS,
                        "what field agents connect to"),
                reader.decimal("FIELD_TELEMETRY_INTERVAL_S", 1, 0.1, 60, "how often agents report"),
                reader.text("FIELD_GPS_DEVICE", "localhost:2947", "gpsd of the agents"),
                reader.text(
                        "FIELD_STARLINK_ADDR",
                        "192.168.100.1:9200",
                        "Starlink dish of the agents"));
    }

    private Language language() {
        var code =
                reader.text(
                        "MESSAGE_LANGUAGE", "pt", "language of messages to streamers: pt or en");
        for (var language : Language.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        reader.wrong("MESSAGE_LANGUAGE", code, "pt or en");
        return Language.PORTUGUESE;
    }

    private int port(String name, int fallback, String meaning) {
        return reader.integer(name, fallback, 1, HIGHEST_PORT, meaning);
    }

    private Duration seconds(String name, double fallback, String meaning) {
        return Duration.ofMillis(
                Math.round(1_000 * reader.decimal(name, fallback, 0, LONGEST_DELAY_S, meaning)));
    }
}
