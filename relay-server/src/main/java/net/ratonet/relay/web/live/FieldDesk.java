package net.ratonet.relay.web.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.shared.telemetry.StreamerId;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// The sockets of the field, by streamer: several at a time, an agent and a phone perhaps. Any
/// thread may call.
public final class FieldDesk {

    /// An agent, some phones, and those of them whose connection is dying.
    private static final int MOST_OF_ONE_STREAMER = 32;

    private final StationDesk stations;
    private final Map<StreamerId, Map<Session, FieldPeer>> sockets = new ConcurrentHashMap<>();

    /// @param stations hears which of the sockets are those of stations
    public FieldDesk(StationDesk stations) {
        this.stations = stations;
    }

    public StationDesk stations() {
        return stations;
    }

    /// False when the streamer has too many sockets open already.
    boolean enter(StreamerId id, Session session, FieldPeer peer) {
        var open =
                sockets.compute(
                        id,
                        (_, known) -> {
                            var all =
                                    known == null
                                            ? new ConcurrentHashMap<Session, FieldPeer>()
                                            : known;
                            if (all.size() < MOST_OF_ONE_STREAMER) {
                                all.put(session, peer);
                            }
                            return all;
                        });
        if (!open.containsKey(session)) {
            return false;
        }
        if (peer.isAgent()) {
            stations.enter(id, peer, (text, failed) -> send(session, text, failed));
        }
        return true;
    }

    private static void send(Session session, String text, Runnable failed) {
        session.sendText(text, Callback.from(() -> {}, _ -> failed.run()));
    }

    /// Whether the socket is still welcome; false from the moment in which it is told to go.
    boolean has(StreamerId id, Session session) {
        return sockets.getOrDefault(id, Map.of()).containsKey(session);
    }

    void leave(StreamerId id, Session session, FieldPeer peer) {
        sockets.computeIfPresent(
                id,
                (_, open) -> {
                    open.remove(session);
                    return open.isEmpty() ? null : open;
                });
        stations.leave(id, peer);
    }

    /// Whether a socket is open that came in with the key of this station.
    public boolean isConnected(StreamerId id, String stationId) {
        return sockets.getOrDefault(id, Map.of()).values().stream()
                .anyMatch(peer -> peer.stationId().equals(stationId));
    }

    public boolean isConnected(StreamerId id) {
        return sockets.containsKey(id);
    }

    /// How many streamers have at least one socket open.
    public int streamers() {
        return sockets.size();
    }

    public int sockets() {
        return sockets.values().stream().mapToInt(Map::size).sum();
    }

    public void close(StreamerId id, int code, String reason) {
        var told = sockets.remove(id);
        if (told != null) {
            told.forEach((session, peer) -> {
                stations.leave(id, peer);
                SocketFarewell.say(session, code, reason);
            });
        }
    }

    /// Sends away only who came in with the key of this station; an empty id is the account's own
    /// key.
    public void close(StreamerId id, String stationId, int code, String reason) {
        for (var socket : sockets.getOrDefault(id, Map.of()).entrySet()) {
            if (socket.getValue().stationId().equals(stationId)) {
                leave(id, socket.getKey(), socket.getValue());
                SocketFarewell.say(socket.getKey(), code, reason);
            }
        }
    }

    public void closeAll(int code, String reason) {
        sockets.keySet().forEach(id -> close(id, code, reason));
    }
}
