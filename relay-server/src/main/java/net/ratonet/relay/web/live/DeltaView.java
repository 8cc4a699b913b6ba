package net.ratonet.relay.web.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The live streamers in the v2 protocol: a snapshot with a number, then numbered deltas, each a
/// merge patch per streamer, which has each streamer at most every 100 ms. Links stand in an object
/// by interface name, so that a delta names only the values that moved. For the hub's thread.
final class DeltaView implements AutoCloseable {

    static final long STREAMER_INTERVAL_NANOS = Duration.ofMillis(100).toNanos();

    private final Function<StreamerId, Optional<Account>> accounts;
    private final Deflate deflate = new Deflate();
    private final Map<StreamerId, Optional<LiveStreamer>> pending = new LinkedHashMap<>();
    private final Map<StreamerId, Told> told = new LinkedHashMap<>();
    private long sequence;
    private @Nullable Both snapshot;

    DeltaView(Function<StreamerId, Optional<Account>> accounts) {
        this.accounts = accounts;
    }

    /// What readers know of a streamer, and since when.
    private record Told(ObjectNode streamer, long nanos) {}

    /// One message in both of its forms.
    record Both(Frame plain, Frame packed) {

        Frame in(Dialect dialect) {
            return dialect == Dialect.DELTA ? packed : plain;
        }
    }

    void apply(Change change) {
        pending.put(change.id(), change.live());
    }

    /// How long until somebody's change may go out; empty when there is none.
    OptionalLong waitNanos(long nowNanos) {
        return pending.keySet().stream().mapToLong(id -> waitNanos(id, nowNanos)).min();
    }

    private long waitNanos(StreamerId id, long nowNanos) {
        var known = told.get(id);
        return known == null ? 0 : Math.max(0, known.nanos() + STREAMER_INTERVAL_NANOS - nowNanos);
    }

    /// The step from the last numbered state to the next one; empty when nothing has moved. Who was
    /// in a step a moment ago waits for the next one.
    Optional<Both> delta(long nowNanos) {
        var streamers = Json.object();
        var due = pending.keySet().stream().filter(id -> waitNanos(id, nowNanos) == 0).toList();
        for (var id : due) {
            Optional.ofNullable(pending.remove(id))
                    .flatMap(live -> step(id, live, nowNanos))
                    .ifPresent(step -> streamers.set(id.value(), step));
        }
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
            told.forEach((id, known) -> streamers.set(id.value(), known.streamer()));
            made = message("snapshot", streamers);
            snapshot = made;
        }
        return made;
    }

    private Optional<JsonNode> step(StreamerId id, Optional<LiveStreamer> live, long nowNanos) {
        var after = live.flatMap(streamer -> accounts.apply(id).map(a -> lean(a, streamer)));
        if (after.isEmpty()) {
            return Optional.ofNullable(told.remove(id)).map(_ -> Json.object().nullNode());
        }
        var before = told.put(id, new Told(after.get(), nowNanos));
        return MergePatch.between(before == null ? Json.object() : before.streamer(), after.get())
                .map(JsonNode.class::cast);
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
