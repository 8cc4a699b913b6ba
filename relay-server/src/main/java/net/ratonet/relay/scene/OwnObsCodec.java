package net.ratonet.relay.scene;

import java.util.regex.Pattern;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// A streamer's OBS to JSON and back. The password goes in and never out: an answer says only
/// whether there is one.
public final class OwnObsCodec {

    /// Names and literal addresses; nothing that would mean more than a host within a URL.
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]+");

    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_PASSWORD = 256;

    private OwnObsCodec() {}

    public static ObjectNode encode(OwnObs own) {
        var settings = own.settings();
        return Json.object()
                .put("enabled", own.enabled())
                .put("host", settings.host())
                .put("port", settings.port())
                .put("password_set", !settings.password().isEmpty())
                .setAll(SceneRulesCodec.encode(settings.rules()));
    }

    /// Reads a whole new setting.
    ///
    /// @param keptPassword what holds when the body names no password
    public static Decoded<OwnObs> decode(ObjectNode body, String keptPassword) {
        var in = new JsonFields(body);
        return in.finish(() -> {
            var enabled = in.flag("enabled", true);
            var host = host(in);
            var port = in.integer("port", 1, 65_535, ObsSettings.DEFAULT_PORT);
            var password = in.optionalText("password", LONGEST_PASSWORD).orElse(keptPassword);
            var rules = SceneRulesCodec.read(in);
            return new OwnObs(enabled, new ObsSettings(host, port, password, rules));
        });
    }

    /// Whether what came from elsewhere keeps to the same limits; the mistake has the name that the
    /// field has here.
    static Decoded<ObsSettings> check(ObsSettings settings) {
        var body = encode(new OwnObs(true, settings)).put("password", settings.password());
        return decode(body, "").map(OwnObs::settings);
    }

    private static String host(JsonFields in) {
        var host = in.text("host", LONGEST_HOST).strip();
        if (!HOST.matcher(host).matches()) {
            in.refuse("host", "must be a host name or an address");
            return ObsSettings.DEFAULT_HOST;
        }
        return host;
    }
}
