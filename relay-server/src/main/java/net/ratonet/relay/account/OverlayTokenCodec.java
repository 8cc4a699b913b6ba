package net.ratonet.relay.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Overlay tokens to JSON, for their owner, and requests for one from JSON: `{"label":"car
/// cam","scopes":["map","speed"]}`.
public final class OverlayTokenCodec {

    private static final int LONGEST_LABEL = 80;

    private OverlayTokenCodec() {}

    public static ArrayNode encode(List<OverlayToken> tokens) {
        var out = Json.array();
        tokens.forEach(token -> out.add(encode(token)));
        return out;
    }

    public static ObjectNode encode(OverlayToken token) {
        var scopes = Json.array();
        token.scopes().stream().sorted().map(OverlayScope::wireName).forEach(scopes::add);
        var out = Json.object().put("id", token.id()).put("label", token.label());
        out.set("scopes", scopes);
        return out.put("token", token.token()).put("created_at", token.createdAt().toString());
    }

    public static Decoded<OverlayTokenRequest> decode(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() ->
                new OverlayTokenRequest(
                        ProfileFields.label(in, "label", in.text("label", LONGEST_LABEL)),
                        scopes(in, body.path("scopes"))));
    }

    private static Set<OverlayScope> scopes(JsonFields in, JsonNode given) {
        var scopes = EnumSet.noneOf(OverlayScope.class);
        for (var name : given.values()) {
            OverlayScope.named(name.asString(""))
                    .ifPresentOrElse(
                            scopes::add,
                            () ->
                                    in.refuse(
                                            "scopes",
                                            "may hold map, speed, place, health and alerts"));
        }
        if (!given.isArray() || scopes.isEmpty()) {
            in.refuse("scopes", "must be a list of one or more");
        }
        return scopes;
    }
}
