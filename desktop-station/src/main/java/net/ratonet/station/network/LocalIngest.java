package net.ratonet.station.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import net.ratonet.station.bonding.Bond;
import org.jspecify.annotations.Nullable;

/// The socket that the encoder sends to. Answers go to whoever sent last, so an encoder may come
/// back with another port. Owned by the thread "bonding" once it serves.
final class LocalIngest implements Closeable {

    private static final int BURST = 256;
    private static final int BUFFER_BYTES = 4 << 20;
    private static final int LARGEST_DATAGRAM = 2_048;

    private final DatagramChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    private @Nullable SocketAddress encoder;
    private long undelivered;

    LocalIngest(InetSocketAddress listen) throws IOException {
        channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            channel.bind(listen);
            channel.configureBlocking(false);
        } catch (IOException trouble) {
            channel.close();
            throw trouble;
        }
    }

    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    void serve(Selector selector, Bond bond) throws IOException {
        PacketSource source = now -> drain(bond, now);
        channel.register(selector, SelectionKey.OP_READ, source);
    }

    void send(ByteBuffer datagram) {
        var to = encoder;
        try {
            if (to == null || channel.send(datagram, to) == 0) {
                undelivered++;
            }
        } catch (IOException _) {
            // The encoder is gone or restarts; it asks again.
            undelivered++;
        }
    }

    long undelivered() {
        return undelivered;
    }

    private int drain(Bond bond, long now) {
        var count = 0;
        while (count < BURST && receive()) {
            bond.fromEncoder(buffer.flip(), now);
            count++;
        }
        return count;
    }

    private boolean receive() {
        try {
            var from = channel.receive(buffer.clear());
            if (from != null) {
                encoder = from;
            }
            return from != null;
        } catch (IOException _) {
            // On some systems the error of an earlier answer shows here.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
