package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.DestinationCodec;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.relay.telemetry.LiveStreamerCodec;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.StreamerJson;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// A profile as its owner sees it: everything but the API key, and the true position.
final class OwnProfile {

    private static final Shape DESTINATION =
            fields(field("platform", TEXT), field("rtmp_url", TEXT), field("enabled", FLAG));

    static final Shape SHAPE =
            Shapes.profileWith(
                    field("email", TEXT),
                    field("pull_key", TEXT),
                    field(
                            "config",
                            fields(
                                    field("stream_destinations", listOf(DESTINATION)),
                                    field("livepix_token", TEXT))),
                    field("approved", FLAG),
                    field("created_at", TEXT),
                    maybe("gps", Shapes.GPS),
                    maybe("hardware", Shapes.HARDWARE),
                    maybe("health", Shapes.HEALTH));

    private OwnProfile() {}

    static ObjectNode encode(Account account, Accounts accounts, Optional<LiveStreamer> live) {
        var id = account.id();
        var out =
                StreamerJson.publicProfile(account, live.isPresent())
                        .put("email", account.email())
                        .put("pull_key", accounts.pullKey(id));
        var config = Json.object();
        var masked = accounts.destinations(id).stream().map(Destination::masked).toList();
        config.set("stream_destinations", DestinationCodec.encode(masked));
        config.put("livepix_token", accounts.livepixToken(id));
        out.set("config", config);
        out.put("approved", account.approved()).put("created_at", account.createdAt().toString());
        live.map(LiveStreamerCodec::encode).ifPresent(parts -> copy(parts, out));
        return out;
    }

    private static void copy(ObjectNode parts, ObjectNode out) {
        for (var part : new String[] {"gps", "hardware", "health"}) {
            if (parts.has(part)) {
                out.set(part, parts.get(part));
            }
        }
    }
}
