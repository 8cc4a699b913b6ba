package net.ratonet.lab.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import net.ratonet.shared.flow.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands between modems and a server over UDP and does to their datagrams what bad networks do.
/// The modems are loopback addresses (127.0.0.2 and on), told apart by their source address; each
/// flow reaches the server from a port of its own, as behind a NAT. One thread, "impairment", does
/// everything; any thread may change the conditions.
public final class ImpairmentProxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImpairmentProxy.class);
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;
    private static final int BURST = 64;
    private static final int LABEL = Integer.BYTES;
    private static final long LONGEST_WAIT_NANOS = 20_000_000;

    private final InetSocketAddress server;
    private final ToIntFunction<InetAddress> linkOf;
    private final PacketTap tap;
    private final Ticker ticker;
    private final Selector selector = Selector.open();
    private final DatagramChannel front;
    private final List<ShapedLink> links = new ArrayList<>();
    private final Map<InetSocketAddress, Integer> numbers = new HashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final ConcurrentLinkedQueue<Runnable> changes = new ConcurrentLinkedQueue<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("impairment").unstarted(this::run);
    private volatile boolean closing;

    /// A proxy that does not run yet.
    ///
    /// @param linkOf which link a modem's address stands for, from 0
    public ImpairmentProxy(
            InetSocketAddress server,
            List<LinkConditions> conditions,
            ToIntFunction<InetAddress> linkOf,
            PacketTap tap,
            long seed)
            throws IOException {
        this.server = server;
        this.linkOf = linkOf;
        this.tap = tap;
        this.ticker = Ticker.system();
        for (var link : conditions) {
            links.add(new ShapedLink(link, seed + 10L * links.size()));
        }
        front = open(new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0));
        front.register(selector, SelectionKey.OP_READ);
    }

    /// The usual modems: 127.0.0.2 is link 0, 127.0.0.3 is link 1, and so on.
    public static int byLastNumber(InetAddress modem) {
        return modem.getAddress()[3] - 2;
    }

    public void start() {
        thread.start();
    }

    /// Where the modems send to.
    public int port() throws IOException {
        return ((InetSocketAddress) front.getLocalAddress()).getPort();
    }

    /// Returns when it holds.
    public void change(int link, LinkConditions conditions) {
        onThread(() -> links.get(link).apply(conditions));
    }

    /// The server sees the link's flows come from other ports from now on.
    public void rebind(int link) {
        onThread(() -> flows.stream().filter(flow -> flow.link == link).forEach(this::rebind));
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void onThread(Runnable change) {
        var done = new CountDownLatch(1);
        changes.add(() -> {
            change.run();
            done.countDown();
        });
        selector.wakeup();
        try {
            done.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                waitForNext();
                for (var change = changes.poll(); change != null; change = changes.poll()) {
                    change.run();
                }
                read();
                deliver(ticker.nowNanos());
            }
        } catch (IOException trouble) {
            LOG.error("The impairment proxy ended", trouble);
        }
    }

    /// Waits for a datagram, or until one that is under way is due.
    private void waitForNext() throws IOException {
        var now = ticker.nowNanos();
        var wait = LONGEST_WAIT_NANOS;
        for (var link : links) {
            wait = Math.min(wait, link.nextEventNanos().orElse(Long.MAX_VALUE) - now);
        }
        if (wait >= 1_000_000) {
            selector.select(wait / 1_000_000);
        } else {
            selector.selectNow();
        }
    }

    private void read() throws IOException {
        for (var key : selector.selectedKeys()) {
            if (key.attachment() instanceof Flow flow) {
                readServer(flow);
            } else {
                readModems();
            }
        }
        selector.selectedKeys().clear();
    }

    private void readModems() throws IOException {
        for (var count = 0; count < BURST; count++) {
            var from = (InetSocketAddress) front.receive(room());
            if (from == null) {
                return;
            }
            var flow = flow(from);
            if (flow != null) {
                var now = ticker.nowNanos();
                tap.sent(flow.link, datagram(), now);
                links.get(flow.link).up().send(labelled(flow), now);
            }
        }
    }

    private void readServer(Flow flow) throws IOException {
        for (var count = 0; count < BURST; count++) {
            if (receive(flow) <= 0) {
                return;
            }
            links.get(flow.link).down().send(labelled(flow), ticker.nowNanos());
        }
    }

    /// A server that does not listen is, for a modem, a server that does not answer.
    private int receive(Flow flow) throws IOException {
        try {
            return flow.out.read(room());
        } catch (PortUnreachableException _) {
            return 0;
        }
    }

    private void deliver(long now) throws IOException {
        for (var link : links) {
            for (var arrival : link.up().deliverUntil(now)) {
                toServer(flows.get(arrival.datagram().getInt()), arrival.datagram());
            }
            for (var arrival : link.down().deliverUntil(now)) {
                front.send(arrival.datagram(), flows.get(arrival.datagram().getInt()).modem);
            }
        }
    }

    private static void toServer(Flow flow, ByteBuffer datagram) throws IOException {
        try {
            flow.out.write(datagram);
        } catch (PortUnreachableException _) {
            LOG.debug("nobody listens at the server's port");
        }
    }

    /// The buffer, with its front kept free for the label.
    private ByteBuffer room() {
        return in.clear().position(LABEL);
    }

    private ByteBuffer datagram() {
        return in.duplicate().flip().position(LABEL);
    }

    /// The datagram with the number of its flow in front, as it travels along the link.
    private ByteBuffer labelled(Flow flow) {
        return in.putInt(0, flow.number).flip();
    }

    private @Nullable Flow flow(InetSocketAddress modem) throws IOException {
        var known = numbers.get(modem);
        if (known != null) {
            return flows.get(known);
        }
        var link = linkOf.applyAsInt(modem.getAddress());
        if (link < 0 || link >= links.size()) {
            LOG.warn("No link for {}", modem);
            return null;
        }
        var flow = new Flow(flows.size(), link, modem, connected());
        flow.out.register(selector, SelectionKey.OP_READ, flow);
        numbers.put(modem, flow.number);
        flows.add(flow);
        return flow;
    }

    private void rebind(Flow flow) {
        try {
            flow.out.close();
            flow.out = connected();
            flow.out.register(selector, SelectionKey.OP_READ, flow);
        } catch (IOException trouble) {
            LOG.error("The flow of {} could not be rebound", flow.modem, trouble);
        }
    }

    private DatagramChannel connected() throws IOException {
        var out = open(new InetSocketAddress(server.getAddress(), 0));
        out.connect(server);
        return out;
    }

    private static DatagramChannel open(InetSocketAddress local) throws IOException {
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
        channel.bind(local);
        channel.configureBlocking(false);
        return channel;
    }

    /// What one modem socket sends and gets.
    private static final class Flow {
        private final int number;
        private final int link;
        private final InetSocketAddress modem;
        private DatagramChannel out;

        private Flow(int number, int link, InetSocketAddress modem, DatagramChannel out) {
            this.number = number;
            this.link = link;
            this.modem = modem;
            this.out = out;
        }
    }
}
