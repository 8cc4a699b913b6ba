package net.ratonet.relay.web.live;

import net.ratonet.relay.web.http.Payload;
import tools.jackson.databind.JsonNode;

/// One WebSocket message, encoded once and sent to many.
record Frame(Payload payload, boolean text) {

    static Frame text(JsonNode node) {
        return new Frame(Payload.json(node), true);
    }

    static Frame binary(byte[] bytes) {
        return new Frame(Payload.of(bytes), false);
    }
}
