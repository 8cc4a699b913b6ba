package net.ratonet.relay.web.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The live streamers in the old dashboard protocol, where every message carries whole streamers.
/// Each streamer is encoded at most once per change, however many dashboards there are. For the
/// hub's thread.
final class WholeView {

    private final Function<StreamerId, Optional<Account>> accounts;
    private final Map<StreamerId, Shown> shown = new LinkedHashMap<>();
    private @Nullable Frame snapshot;

    WholeView(Function<StreamerId, Optional<Account>> accounts) {
        this.accounts = accounts;
    }

    /// A streamer as it stands; the message is made when somebody first needs it.
    private static final class Shown {
        private final Account account;
        private final LiveStreamer live;
        private @Nullable Frame update;

        Shown(Account account, LiveStreamer live) {
            this.account = account;
            this.live = live;
        }

        ObjectNode whole() {
            return StreamerJson.whole(account, Optional.of(live));
        }

        Frame update() {
            var made = update;
            if (made == null) {
                var data = Json.object().put("streamer_id", account.id().value());
                made = message("streamer_update", data.set("streamer", whole()));
                update = made;
            }
            return made;
        }
    }

    /// What the change means to a dashboard that has heard everything so far.
    sealed interface News {

        /// Replaces what the dashboard knew of a streamer; only the newest matters.
        record Update(StreamerId id) implements News {}

        /// Must not be left out or reordered.
        record Turn(StreamerId id, List<Frame> frames) implements News {}
    }

    Optional<News> apply(Change change) {
        var known = shown.containsKey(change.id());
        var next =
                change.live()
                        .flatMap(live -> accounts.apply(change.id()).map(a -> new Shown(a, live)));
        if (next.isEmpty() && !known) {
            return Optional.empty();
        }
        snapshot = null;
        if (next.isEmpty()) {
            shown.remove(change.id());
            return Optional.of(new News.Turn(change.id(), List.of(offline(change.id()))));
        }
        shown.put(change.id(), next.get());
        return Optional.of(
                known
                        ? new News.Update(change.id())
                        : new News.Turn(change.id(), online(next.get(), change.updated())));
    }

    Optional<Frame> update(StreamerId id) {
        return Optional.ofNullable(shown.get(id)).map(Shown::update);
    }

    Frame snapshot() {
        var made = snapshot;
        if (made == null) {
            var streamers = Json.array();
            shown.values().forEach(streamer -> streamers.add(streamer.whole()));
            made = message("full_sync", Json.object().set("streamers", streamers));
            snapshot = made;
        }
        return made;
    }

    /// Old scripts wait for an update after a streamer came online, so both messages go out.
    private static List<Frame> online(Shown streamer, boolean updated) {
        var frames = new ArrayList<Frame>();
        frames.add(message("streamer_online", Json.object().set("streamer", streamer.whole())));
        if (updated) {
            frames.add(streamer.update());
        }
        return frames;
    }

    private static Frame offline(StreamerId id) {
        return message("streamer_offline", Json.object().put("streamer_id", id.value()));
    }

    private static Frame message(String type, ObjectNode data) {
        return Frame.text(Json.object().put("type", type).set("data", data));
    }
}
