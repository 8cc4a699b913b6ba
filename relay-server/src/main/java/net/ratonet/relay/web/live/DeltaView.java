package net.ratonet.relay.web.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The live streamers in the v2 protocol: a snapshot with a number, then numbered deltas, each a
/// merge patch per streamer. Links stand in an object by interface name, so that a delta names only
/// the values that moved. For the hub's thread.
final class DeltaView implements AutoCloseable {

    private final Function<StreamerId, Optional<Account>> accounts;
    private final Deflate deflate = new Deflate();
    private final Map<StreamerId, Optional<LiveStreamer>> pending = new LinkedHashMap<>();
    private final Map<StreamerId, ObjectNode> told = new LinkedHashMap<>();
    private long sequence;
    private @Nullable Both snapshot;

    DeltaView(Function<StreamerId, Optional<Account>> accounts) {
        this.accounts = accounts;
    }

    /// One message in both of its forms.
    record Both(Frame plain, Frame packed) {

        Frame in(Dialect dialect) {
            return dialect == Dialect.DELTA ? packed : plain;
        }
    }

    void apply(Change change) {
        pending.put(change.id(), change.live());
    }

    boolean hasNews() {
        return !pending.isEmpty();
    }

    /// The step from the last numbered state to the present one; empty when nothing has moved.
    Optional<Both> delta() {
        var streamers = Json.object();
        pending.forEach((id, live) -> step(id, live).ifPresent(s -> streamers.set(id.value(), s)));
        pending.clear();
        if (streamers.isEmpty()) {
            return Optional.empty();
        }
        sequence++;
        snapshot = null;
        return Optional.of(message("delta", streamers));
    }

    /// Everything, as of the last number.
    Both snapshot() {
        var made = snapshot;
        if (made == null) {
            var streamers = Json.object();
            told.forEach((id, streamer) -> streamers.set(id.value(), streamer));
            made = message("snapshot", streamers);
            snapshot = made;
        }
        return made;
    }

    private Optional<JsonNode> step(StreamerId id, Optional<LiveStreamer> live) {
        var after = live.flatMap(streamer -> accounts.apply(id).map(a -> lean(a, streamer)));
        if (after.isEmpty()) {
            return Optional.ofNullable(told.remove(id)).map(_ -> Json.object().nullNode());
        }
        var before = Optional.ofNullable(told.put(id, after.get())).orElseGet(Json::object);
        return MergePatch.between(before, after.get()).map(JsonNode.class::cast);
    }

    private static ObjectNode lean(Account account, LiveStreamer live) {
        var out = StreamerJson.whole(account, Optional.of(live));
        var links = Json.object();
        for (var link : out.withArray("network_links")) {
            var name = link.path("interface").asString("");
            links.set(name, ((ObjectNode) link).without("interface"));
        }
        out.remove("network_links");
        return out.set("links", links);
    }

    private Both message(String type, ObjectNode streamers) {
        var node = Json.object().put("type", type).put("seq", sequence);
        var plain = Frame.text(node.set("streamers", streamers));
        return new Both(plain, Frame.binary(deflate.compress(plain.payload().array())));
    }

    @Override
    public void close() {
        deflate.close();
    }
}
