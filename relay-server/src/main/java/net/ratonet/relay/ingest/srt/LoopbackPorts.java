package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Finds UDP ports for FFmpeg to listen on. Any thread may call.
final class LoopbackPorts {

    private static final int ATTEMPTS = 20;

    private final Set<Integer> lent = ConcurrentHashMap.newKeySet();

    /// A port that was free a moment ago, and that nobody else gets from here until it is given
    /// back.
    int lend() throws IOException {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = free();
            if (lent.add(port)) {
                return port;
            }
        }
        throw new IOException("no free UDP port on the loopback");
    }

    void giveBack(int port) {
        lent.remove(port);
    }

    private static int free() throws IOException {
        try (var probe = DatagramChannel.open()) {
            probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return probe.socket().getLocalPort();
        }
    }
}
