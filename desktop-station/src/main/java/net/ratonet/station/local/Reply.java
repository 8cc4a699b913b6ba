package net.ratonet.station.local;

import java.util.HashMap;
import java.util.Map;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// A whole answer to one request.
record Reply(int status, String contentType, String body, Map<String, String> headers) {

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, ObjectNode body) {
        return new Reply(status, "application/json", Json.write(body), Map.of());
    }

    static Reply mistake(int status, String what) {
        return json(status, Json.object().put("error", what));
    }

    static Reply text(String contentType, String body) {
        return new Reply(200, contentType, body, Map.of());
    }

    Reply with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more);
    }
}
