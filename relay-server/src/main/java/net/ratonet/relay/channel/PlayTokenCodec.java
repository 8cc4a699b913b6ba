package net.ratonet.relay.channel;

import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// Play tokens to JSON, for their owner, and requests for one from JSON: `{"label":"OBS at
/// home","slate":true}`.
public final class PlayTokenCodec {

    private static final int LONGEST_LABEL = 80;

    private PlayTokenCodec() {}

    public static ObjectNode encode(PlayToken token) {
        return Json.object()
                .put("id", token.id())
                .put("label", token.label())
                .put("slate", token.slate())
                .put("token", token.token())
                .put("created_at", token.createdAt().toString());
    }

    public static Decoded<PlayTokenRequest> decode(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() -> new PlayTokenRequest(label(in), in.flag("slate", true)));
    }

    private static String label(JsonFields in) {
        var label = in.text("label", LONGEST_LABEL).strip();
        if (label.isEmpty() || label.codePoints().anyMatch(Character::isISOControl)) {
            in.refuse("label", "must be one line of text");
        }
        return label;
    }
}
