package net.ratonet.relay.store;

import java.util.List;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.DestinationCodec;
import net.ratonet.relay.account.KeptAccount;
import net.ratonet.relay.privacy.PrivacyCodec;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The `config` column: `{"stream_destinations":[…],"livepix_token":"…","privacy":{…}}`, the first
/// two as RatoNet has always had them. Sealed at rest, because all of it is its owner's alone.
record StreamerConfig(List<Destination> destinations, String livepixToken, PrivacyRules privacy) {

    static StreamerConfig of(KeptAccount kept) {
        return new StreamerConfig(kept.destinations(), kept.livepixToken(), kept.privacy());
    }

    KeptAccount applyTo(KeptAccount kept) {
        return kept.withDestinations(destinations)
                .withLivepixToken(livepixToken)
                .withPrivacy(privacy);
    }

    String write() {
        var out = Json.object().put("livepix_token", livepixToken);
        out.set("stream_destinations", DestinationCodec.encode(destinations));
        out.set("privacy", PrivacyCodec.encode(privacy));
        return Json.write(out);
    }

    /// Takes what it understands: a streamer with a strange configuration still gets in.
    static StreamerConfig read(String text) {
        return Json.readObject(text) instanceof Decoded.Accepted<ObjectNode>(var node)
                ? read(node)
                : new StreamerConfig(List.of(), "", HIDDEN);
    }

    /// Rules that cannot be read might have hidden a home, so nothing is shared until there are new
    /// ones.
    private static final PrivacyRules HIDDEN =
            new PrivacyRules(
                    PrivacyRules.OPEN.delay(),
                    PrivacyRules.OPEN.zones(),
                    PrivacyRules.OPEN.precision(),
                    false);

    private static StreamerConfig read(ObjectNode node) {
        return new StreamerConfig(
                DestinationCodec.read(node.path("stream_destinations")),
                node.path("livepix_token").asString(""),
                privacy(node.path("privacy")));
    }

    private static PrivacyRules privacy(JsonNode rules) {
        if (rules.isMissingNode()) {
            return PrivacyRules.OPEN;
        }
        return rules instanceof ObjectNode node
                        && PrivacyCodec.decode(node)
                                instanceof Decoded.Accepted<PrivacyRules>(var known)
                ? known
                : HIDDEN;
    }

    @Override
    public String toString() {
        return "StreamerConfig[%s]".formatted(destinations);
    }
}
