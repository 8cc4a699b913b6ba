package net.ratonet.relay.ingest.rtmp;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.session.FeedDoor;
import net.ratonet.relay.session.KeyRing;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes RTMP publishers in, each on a virtual thread. One more thread waits for callers, and one
/// hangs up on those that keep the door waiting. Any thread may start and close it.
public final class RtmpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RtmpServer.class);
    private static final long LOOK_MS = 100;
    private static final int NETWORK_BYTES = 8;

    private final RtmpConfig config;
    private final KeyRing keys;
    private final FeedDoor door;
    private final Ticker ticker;
    private final ServerSocket server;
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private final DoorCounts counts = new DoorCounts();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Takes the port; nobody is let in before the start.
    public RtmpServer(RtmpConfig config, KeyRing keys, FeedDoor door, Ticker ticker)
            throws IOException {
        this.config = config;
        this.keys = keys;
        this.door = door;
        this.ticker = ticker;
        try {
            this.server = new ServerSocket(config.port());
        } catch (BindException taken) {
            throw new IOException(
                    "TCP port %d for RTMP is taken; end the other program or choose another port"
                            .formatted(config.port()),
                    taken);
        }
    }

    public RtmpServer start() {
        LOG.info("RTMP on TCP port {}", port());
        Thread.ofVirtual().name("rtmp-door").start(this::receive);
        Thread.ofVirtual().name("rtmp-door-watch").start(this::watch);
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return callers.size();
    }

    public DoorCounts counts() {
        return counts;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException trouble) {
            LOG.debug("closing the door for RTMP", trouble);
        }
        callers.forEach(Caller::hangUp);
    }

    private void receive() {
        while (isOpen()) {
            try {
                receive(server.accept());
            } catch (IOException trouble) {
                if (isOpen()) {
                    LOG.warn("A caller over RTMP could not be received: {}", trouble.getMessage());
                    pause();
                }
            } catch (RuntimeException bug) {
                LOG.error("The door for RTMP goes on after a mistake of its own", bug);
            }
        }
    }

    private void receive(Socket socket) throws IOException {
        if (isCrowded(socket.getInetAddress())) {
            counts.turnedAway.increment();
            socket.close();
            return;
        }
        var caller = new Caller(socket, keys, door, ticker, config, counts);
        callers.add(caller);
        Thread.ofVirtual()
                .name("rtmp-" + socket.getPort())
                .start(() -> {
                    caller.run();
                    callers.remove(caller);
                });
    }

    private boolean isCrowded(InetAddress address) {
        var network = network(address);
        var all = List.copyOf(callers);
        var near = all.stream().filter(other -> network(other.address()).equals(network)).toList();
        return all.size() >= config.mostConnections()
                || waiting(all) >= config.mostWaiting()
                || waiting(near) >= config.mostWaitingPerAddress()
                || near.size() - waiting(near) >= config.mostPerAddress();
    }

    private static long waiting(List<Caller> callers) {
        return callers.stream().filter(caller -> !caller.isPublishing()).count();
    }

    /// Whoever has an IPv6 address has a whole network of them.
    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of()
                .formatHex(
                        bytes, 0, address instanceof Inet6Address ? NETWORK_BYTES : bytes.length);
    }

    private void watch() {
        while (isOpen()) {
            var now = ticker.nowNanos();
            callers.stream().filter(caller -> caller.isOverdue(now)).forEach(Caller::hangUp);
            pause();
        }
        callers.forEach(Caller::hangUp);
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            closed.await(LOOK_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
