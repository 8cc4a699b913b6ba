package net.ratonet.relay.account;

import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// Keys of stations to JSON, for their owner and without the key, and names from JSON.
public final class StationKeyCodec {

    private StationKeyCodec() {}

    public static ObjectNode encode(StationKey key) {
        var out =
                Json.object()
                        .put("id", key.id())
                        .put("name", key.name())
                        .put("created_at", key.createdAt().toString());
        key.lastSeen().ifPresent(seen -> out.put("last_seen_at", seen.toString()));
        return out;
    }

    public static Decoded<String> name(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() -> name(in));
    }

    /// Empty where nobody has given one.
    public static String name(JsonFields in) {
        var given = in.text("name", StationKeys.LONGEST_NAME, "");
        return given.isBlank() ? "" : ProfileFields.label(in, "name", given);
    }
}
