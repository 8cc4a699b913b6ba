package net.ratonet.lab.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands between an encoder and a receiver of SRT on loopback, and has the connection's packet
/// numbers pass 2^31 after a while. One thread, "wrap", does everything.
public final class WrapProxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WrapProxy.class);
    private static final int LARGEST = 2_048;

    private final Selector selector = Selector.open();
    private final DatagramChannel front = DatagramChannel.open();
    private final DatagramChannel back = DatagramChannel.open();
    private final ByteBuffer packet = ByteBuffer.allocate(LARGEST);
    private final SequenceShift shift;
    private @Nullable SocketAddress encoder;

    /// A proxy that does not run yet.
    public WrapProxy(int receiverPort, int packetsBeforeTheWrap) throws IOException {
        shift = new SequenceShift(packetsBeforeTheWrap);
        front.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        back.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), receiverPort));
        for (var channel : new DatagramChannel[] {front, back}) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
    }

    public void start() {
        Thread.ofPlatform().daemon().name("wrap").start(this::run);
    }

    /// Where the encoder sends to.
    public int port() {
        return front.socket().getLocalPort();
    }

    @Override
    public void close() throws IOException {
        front.close();
        back.close();
        selector.close();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(_ -> {});
                passOut();
                passIn();
            }
        } catch (ClosedChannelException | ClosedSelectorException _) {
            // That is how it ends.
        } catch (IOException trouble) {
            LOG.error("The wrap proxy ended", trouble);
        }
    }

    private void passOut() throws IOException {
        for (var from = front.receive(packet.clear());
                from != null;
                from = front.receive(packet.clear())) {
            encoder = from;
            shift.outwards(packet.flip());
            send(back, packet);
        }
    }

    private void passIn() throws IOException {
        while (receive() > 0) {
            shift.inwards(packet.flip());
            var target = encoder;
            if (target != null) {
                front.send(packet, target);
            }
        }
    }

    /// A receiver that does not listen yet is one that does not answer.
    private int receive() throws IOException {
        try {
            return back.read(packet.clear());
        } catch (PortUnreachableException _) {
            return 0;
        }
    }

    private static void send(DatagramChannel to, ByteBuffer datagram) throws IOException {
        try {
            to.write(datagram);
        } catch (PortUnreachableException _) {
            LOG.debug("nobody listens yet");
        }
    }
}
