package net.ratonet.relay.ingest.srtla;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.random.RandomGenerator;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.SrtDoor;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes bonded streams in on one UDP port, with one thread of its own. What it has counted, any
/// thread may ask.
public final class SrtlaServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SrtlaServer.class);

    /// Asked for; the system gives what it allows.
    private static final int SOCKET_BUFFER = 8 << 20;

    /// With less, a burst of many streams loses packets before we see them.
    private static final int GOOD_SOCKET_BUFFER = 1 << 20;

    private static final int LONGEST_PACKET = 2_048;

    /// Packets of one wake-up, so that the sessions' own sockets get their turn.
    private static final int FAIR_SHARE = 64;

    private static final long SECOND = 1_000_000_000;

    private final DatagramChannel channel;
    private final PacketLoop loop;
    private final SrtlaReceiver receiver;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(LONGEST_PACKET);
    private final Latest<SrtlaTally> tally = new Latest<>(SrtlaTally.NONE);
    private final UnwantedNote unwanted = new UnwantedNote();
    private long talliedAt;

    /// Binds the port, so that what comes before the start waits in the system's buffer.
    ///
    /// @param port 0 for any that is free
    /// @param door opens an SRT session for each bond, on this server's thread
    /// @param random a secure one, which makes group ids
    public SrtlaServer(
            int port, SrtlaLimits limits, SrtDoor door, Ticker ticker, RandomGenerator random)
            throws IOException {
        channel = bind(port);
        loop = new PacketLoop("srtla-" + port(), ticker);
        receiver =
                new SrtlaReceiver(
                        limits, random, peer -> door.open(peer, loop), new DatagramWriter(channel));
        loop.watch(channel, this::ready);
        loop.everyTick(this::tick);
    }

    public void start() {
        loop.start();
        LOG.info("Bonded streams (SRTLA) come in on UDP port {}", port());
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    /// About a second old at most.
    public SrtlaTally tally() {
        return tally.get();
    }

    /// Ends all sessions and the thread.
    @Override
    public void close() {
        loop.post(receiver::close);
        loop.close();
    }

    private void ready(long nowNanos) {
        try {
            for (var packets = 0; packets < FAIR_SHARE; packets++) {
                incoming.clear();
                if (!(channel.receive(incoming) instanceof InetSocketAddress from)) {
                    return;
                }
                incoming.flip();
                receiver.packet(incoming, from, nowNanos);
            }
        } catch (IOException trouble) {
            LOG.debug("reading UDP port {}", port(), trouble);
        }
    }

    private boolean tick(long nowNanos) {
        receiver.tick(nowNanos);
        if (nowNanos - talliedAt >= SECOND) {
            talliedAt = nowNanos;
            var latest = receiver.tally();
            tally.publish(latest);
            unwanted.note(latest, nowNanos).ifPresent(LOG::warn);
        }
        return !receiver.isIdle();
    }

    private static DatagramChannel bind(int port) throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
            channel.bind(new InetSocketAddress(port));
            warnOfSmallBuffer(channel);
            return channel;
        } catch (IOException taken) {
            channel.close();
            throw new IOException(
                    "UDP port %d for bonded streams cannot be opened: %s"
                            .formatted(port, taken.getMessage()),
                    taken);
        }
    }

    private static void warnOfSmallBuffer(DatagramChannel channel) throws IOException {
        var size = channel.getOption(StandardSocketOptions.SO_RCVBUF);
        if (size < GOOD_SOCKET_BUFFER) {
            LOG.info(
                    "The system allows a receive buffer of only {} KiB: with many streams, raise"
                            + " net.core.rmem_max to {}",
                    size / 1_024,
                    SOCKET_BUFFER);
        }
    }
}
