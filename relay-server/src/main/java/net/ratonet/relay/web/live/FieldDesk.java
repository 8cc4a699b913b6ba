package net.ratonet.relay.web.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.shared.telemetry.StreamerId;
import org.eclipse.jetty.websocket.api.Session;

/// The sockets of the field, by streamer: several at a time, an agent and a phone perhaps. Any
/// thread may call.
public final class FieldDesk {

    private final Map<StreamerId, Set<Session>> sockets = new ConcurrentHashMap<>();

    void enter(StreamerId id, Session session) {
        sockets.compute(
                id,
                (_, open) -> {
                    var more = open == null ? ConcurrentHashMap.<Session>newKeySet() : open;
                    more.add(session);
                    return more;
                });
    }

    void leave(StreamerId id, Session session) {
        sockets.computeIfPresent(
                id,
                (_, open) -> {
                    open.remove(session);
                    return open.isEmpty() ? null : open;
                });
    }

    public boolean isConnected(StreamerId id) {
        return sockets.containsKey(id);
    }

    /// How many streamers have at least one socket open.
    public int streamers() {
        return sockets.size();
    }

    public int sockets() {
        return sockets.values().stream().mapToInt(Set::size).sum();
    }

    public void close(StreamerId id, int code, String reason) {
        sockets.getOrDefault(id, Set.of())
                .forEach(session -> SocketFarewell.say(session, code, reason));
    }

    public void closeAll(int code, String reason) {
        sockets.keySet().forEach(id -> close(id, code, reason));
    }
}
