package net.ratonet.relay.web.live;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/// A dashboard at the other end of a Jetty WebSocket. Frames of one batch are gathered and leave in
/// as few writes as possible; writing is asynchronous, so a peer that does not read costs a buffer
/// and no thread.
final class JettyLine implements DashboardLine {

    private final Session session;
    private final CoreSession core;

    JettyLine(Session session) {
        this.session = session;
        this.core = ((WebSocketSession) session).getCoreSession();
    }

    @Override
    public void send(List<net.ratonet.relay.web.live.Frame> frames, Runnable done) {
        var last = frames.size() - 1;
        for (var index = 0; index < last; index++) {
            core.sendFrame(jetty(frames.get(index)), Callback.NOOP, true);
        }
        core.sendFrame(jetty(frames.get(last)), Callback.from(done, _ -> done.run()), false);
    }

    private static Frame jetty(net.ratonet.relay.web.live.Frame frame) {
        return new Frame(frame.text() ? OpCode.TEXT : OpCode.BINARY, frame.payload().buffer());
    }

    @Override
    public void ping() {
        core.sendFrame(new Frame(OpCode.PING, ByteBuffer.allocate(0)), Callback.NOOP, false);
    }

    @Override
    public void close(int code, String reason) {
        SocketFarewell.say(session, code, reason);
    }
}
