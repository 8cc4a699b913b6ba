package net.ratonet.relay.account;

import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Social links as JSON, in answers and at rest: `[{"platform":"x","url":"https://…"}]`.
public final class SocialLinkCodec {

    private SocialLinkCodec() {}

    public static ArrayNode encode(List<SocialLink> links) {
        var out = Json.array();
        for (var link : links) {
            out.addObject().put("platform", link.platform()).put("url", link.url());
        }
        return out;
    }

    /// What lies in the database; an entry that is none is left out.
    public static List<SocialLink> read(String text) {
        return switch (Json.read(text)) {
            case Decoded.Accepted<JsonNode>(var list) -> read(list);
            case Decoded.Refused<JsonNode> _, Decoded.Malformed<JsonNode> _ -> List.of();
        };
    }

    private static List<SocialLink> read(JsonNode list) {
        return list.valueStream()
                .filter(entry -> ProfileFields.isWebUrl(entry.path("url").asString("")))
                .map(entry ->
                        new SocialLink(
                                entry.path("platform").asString(""), entry.path("url").asString()))
                .toList();
    }
}
