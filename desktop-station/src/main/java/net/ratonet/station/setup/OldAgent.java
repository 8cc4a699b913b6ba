package net.ratonet.station.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;

/// What the Python agent's settings file may say in a way that the station does not.
final class OldAgent {

    private static final String INTERFACES = "FIELD_NETWORK_INTERFACES";

    private OldAgent() {}

    /// The values to change: it wanted lists as JSON, `["wwan0","wwan1"]`.
    static Map<String, String> corrections(Map<String, String> found) {
        var corrections = new LinkedHashMap<String, String>();
        var interfaces = found.getOrDefault(INTERFACES, "").strip();
        if (interfaces.startsWith("[")
                && Json.read(interfaces) instanceof Decoded.Accepted<JsonNode>(var list)
                && list.isArray()) {
            var names = list.valueStream().map(name -> name.asString("")).toList();
            corrections.put(INTERFACES, String.join(",", names));
        }
        return corrections;
    }
}
