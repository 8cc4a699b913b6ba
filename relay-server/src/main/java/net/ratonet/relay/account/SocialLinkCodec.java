package net.ratonet.relay.account;

import java.util.List;
import net.ratonet.shared.wire.Json;
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
}
