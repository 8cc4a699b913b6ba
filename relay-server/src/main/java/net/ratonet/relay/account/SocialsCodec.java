package net.ratonet.relay.account;

import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A streamer's pages elsewhere, in answers and at rest: `["@ana","https://twitch.tv/ana"]`.
public final class SocialsCodec {

    private SocialsCodec() {}

    public static ArrayNode encode(List<String> socials) {
        var out = Json.array();
        socials.forEach(out::add);
        return out;
    }

    /// What lies in the database; an entry that is none is left out. Some old entries are objects
    /// with a `url`.
    public static List<String> read(String text) {
        return switch (Json.read(text)) {
            case Decoded.Accepted<JsonNode>(var list) -> read(list);
            case Decoded.Refused<JsonNode> _, Decoded.Malformed<JsonNode> _ -> List.of();
        };
    }

    private static List<String> read(JsonNode list) {
        return list.valueStream()
                .map(entry -> entry.isObject() ? entry.path("url") : entry)
                .map(entry -> entry.asString("").strip())
                .filter(ProfileFields::isSocial)
                .toList();
    }
}
