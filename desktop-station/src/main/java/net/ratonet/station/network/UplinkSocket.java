package net.ratonet.station.network;

import java.io.Closeable;
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
import java.util.Optional;
import net.ratonet.station.bonding.Bond;

/// One link's socket, bound to its address and device. Owned by the thread "bonding".
final class UplinkSocket implements Closeable {

    private static final int BURST = 256;
    private static final int BUFFER_BYTES = 4 << 20;
    private static final int LARGEST_DATAGRAM = 2_048;

    private final DatagramChannel channel;
    private final InetAddress source;
    private final Optional<String> complaint;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    private boolean broken;

    private UplinkSocket(DatagramChannel channel, InetAddress source, Optional<String> complaint) {
        this.channel = channel;
        this.source = source;
        this.complaint = complaint;
    }

    static UplinkSocket open(LocalLink link, InetSocketAddress target, DeviceBinding binding)
            throws IOException {
        var source =
                link.sourceFor(target.getAddress())
                        .orElseThrow(() -> new IOException(noAddress(target)));
        var channel =
                DatagramChannel.open(
                        source.getAddress().length == 4
                                ? StandardProtocolFamily.INET
                                : StandardProtocolFamily.INET6);
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            channel.bind(new InetSocketAddress(source, 0));
            var complaint = binding.bind(channel, link);
            channel.connect(target);
            channel.configureBlocking(false);
            return new UplinkSocket(channel, source, complaint);
        } catch (IOException trouble) {
            channel.close();
            throw trouble;
        }
    }

    void serve(Selector selector, Bond bond, int slot) throws IOException {
        PacketSource packets = now -> drain(bond, slot, now);
        channel.register(selector, SelectionKey.OP_READ, packets);
    }

    /// False when the system's buffer is full or the link is gone.
    boolean send(ByteBuffer datagram) {
        try {
            return channel.write(datagram) > 0;
        } catch (PortUnreachableException _) {
            // Nobody listens there now; the next datagram may find somebody.
            return true;
        } catch (IOException _) {
            broken = true;
            return false;
        }
    }

    /// Whether it has to be opened anew.
    boolean isBroken() {
        return broken;
    }

    InetAddress source() {
        return source;
    }

    /// Why packets may leave by another device, if they may.
    Optional<String> complaint() {
        return complaint;
    }

    private int drain(Bond bond, int slot, long now) {
        var count = 0;
        while (count < BURST && receive()) {
            bond.fromLink(slot, buffer.flip(), now);
            count++;
        }
        return count;
    }

    private boolean receive() {
        try {
            return channel.read(buffer.clear()) > 0;
        } catch (PortUnreachableException _) {
            return false;
        } catch (IOException _) {
            broken = true;
            return false;
        }
    }

    private static String noAddress(InetSocketAddress target) {
        return target.getAddress().getAddress().length == 4
                ? "it has no IPv4 address, and the relay has no other"
                : "it has no IPv6 address, and the relay has no other";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
