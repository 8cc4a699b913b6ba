package net.ratonet.relay.web.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.shared.telemetry.StreamerId;
import org.eclipse.jetty.websocket.api.Session;

/// The sockets of the field, by streamer: several at a time, an agent and a phone perhaps. Any
/// thread may call.
public final class FieldDesk {

    /// An agent, some phones, and those of them whose connection is dying.
    private static final int MOST_OF_ONE_STREAMER = 32;

    private final Map<StreamerId, Set<Session>> sockets = new ConcurrentHashMap<>();

    /// False when the streamer has too many sockets open already.
    boolean enter(StreamerId id, Session session) {
        var open =
                sockets.compute(
                        id,
                        (_, known) -> {
                            var all =
                                    known == null ? ConcurrentHashMap.<Session>newKeySet() : known;
                            if (all.size() < MOST_OF_ONE_STREAMER) {
                                all.add(session);
                            }
                            return all;
                        });
        return open.contains(session);
    }

    /// Whether the socket is still welcome; false from the moment in which it is told to go.
    boolean has(StreamerId id, Session session) {
        return sockets.getOrDefault(id, Set.of()).contains(session);
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
        var told = sockets.remove(id);
        if (told != null) {
            told.forEach(session -> SocketFarewell.say(session, code, reason));
        }
    }

    public void closeAll(int code, String reason) {
        sockets.keySet().forEach(id -> close(id, code, reason));
    }
}
