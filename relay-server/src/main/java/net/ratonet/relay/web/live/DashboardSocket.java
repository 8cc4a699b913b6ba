package net.ratonet.relay.web.live;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.web.http.Limits;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The door `/ws/dashboard`: public, and everything behind it has been through the streamers'
/// privacy rules. Dashboards have nothing to say but, in v2, that they lost count.
public final class DashboardSocket {

    public static final String PATH = "/ws/dashboard";

    private static final String V2 = "ratonet.v2";
    private static final int LARGEST_MESSAGE = 1_024;
    private static final Duration IDLE = Duration.ofMinutes(2);

    /// A resync costs a snapshot, so each dashboard gets a few per connection and no more.
    private static final int MOST_RESYNCS = 100;

    private static final String SEAT = "seat";

    private final DashboardHub hub;
    private final int most;

    public DashboardSocket(DashboardHub hub, Limits limits) {
        this.hub = hub;
        this.most = limits.mostDashboards();
    }

    public void configure(WsConfig ws) {
        ws.onConnect(this::connect);
        ws.onMessage(this::message);
        ws.onClose(DashboardSocket::leave);
        ws.onError(_ -> {});
    }

    private void connect(WsConnectContext context) {
        context.session.setMaxTextMessageSize(LARGEST_MESSAGE);
        context.session.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        context.session.setIdleTimeout(IDLE);
        if (hub.dashboards() >= most) {
            SocketFarewell.say(context.session, 1013, "too many dashboards; try again later");
            return;
        }
        var seat = hub.join(new JettyLine(context.session), dialect(context));
        context.attribute(SEAT, new Resyncs(seat));
    }

    private static Dialect dialect(WsContext context) {
        var offered = Optional.ofNullable(context.header("Sec-WebSocket-Protocol")).orElse("");
        if (!"2".equals(context.queryParam("v")) && !offered.contains(V2)) {
            return Dialect.WHOLE;
        }
        return "1".equals(context.queryParam("plain")) ? Dialect.DELTA_PLAIN : Dialect.DELTA;
    }

    private void message(WsMessageContext context) {
        Resyncs resyncs = context.attribute(SEAT);
        if (resyncs != null && isResync(context.message())) {
            resyncs.ask();
        }
    }

    private static boolean isResync(String message) {
        return Json.readObject(message) instanceof Decoded.Accepted<ObjectNode>(var node)
                && "resync".equals(node.path("type").asString(""));
    }

    private static void leave(WsContext context) {
        Resyncs resyncs = context.attribute(SEAT);
        if (resyncs != null) {
            resyncs.seat.leave();
        }
    }

    /// Messages of one socket come one after the other.
    private static final class Resyncs {
        private final DashboardHub.Seat seat;
        private int asked;

        Resyncs(DashboardHub.Seat seat) {
            this.seat = seat;
        }

        void ask() {
            asked++;
            if (asked <= MOST_RESYNCS) {
                seat.resync();
            }
        }
    }
}
