package net.ratonet.relay.web.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// Closes sockets with a reason, and without waiting for peers that do not listen.
final class SocketFarewell {

    private static final long PATIENCE_MS = 1_000;

    private SocketFarewell() {}

    static void say(Session session, int code, String reason) {
        session.close(code, reason, Callback.NOOP);
        CompletableFuture.delayedExecutor(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .execute(session::disconnect);
    }
}
