package net.ratonet.station.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A TCP connection that leaves by one link, bound as the bond's own sockets are. For one thread;
/// what it is connected to may be used by that thread as any socket.
public final class LinkConnection implements Closeable {

    private final SocketChannel channel;
    private final Optional<String> complaint;

    private LinkConnection(SocketChannel channel, Optional<String> complaint) {
        this.channel = channel;
        this.complaint = complaint;
    }

    /// Connects, or fails once the time is up.
    ///
    /// @param addresses of the other side; the first that the link has an address for is taken
    public static LinkConnection open(
            LocalLink link, List<InetAddress> addresses, int port, Duration limit)
            throws IOException {
        return open(link, addresses, port, limit, DeviceBinding.ofThisSystem());
    }

    private static LinkConnection open(
            LocalLink link,
            List<InetAddress> addresses,
            int port,
            Duration limit,
            DeviceBinding binding)
            throws IOException {
        for (var address : addresses) {
            var source = link.sourceFor(address);
            if (source.isPresent()) {
                return connect(
                        link, source.get(), new InetSocketAddress(address, port), limit, binding);
            }
        }
        throw new IOException("it has no address of the kind that the relay has");
    }

    private static LinkConnection connect(
            LocalLink link,
            InetAddress source,
            InetSocketAddress target,
            Duration limit,
            DeviceBinding binding)
            throws IOException {
        var channel =
                SocketChannel.open(
                        source.getAddress().length == 4
                                ? StandardProtocolFamily.INET
                                : StandardProtocolFamily.INET6);
        try {
            channel.bind(new InetSocketAddress(source, 0));
            var complaint = binding.bind(channel, link);
            connect(channel, target, limit);
            return new LinkConnection(channel, complaint);
        } catch (IOException trouble) {
            channel.close();
            throw trouble;
        }
    }

    private static void connect(SocketChannel channel, InetSocketAddress target, Duration limit)
            throws IOException {
        channel.configureBlocking(false);
        if (!channel.connect(target)) {
            try (var selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_CONNECT);
                if (selector.select(limit.toMillis()) == 0) {
                    throw new SocketTimeoutException("no answer");
                }
                channel.finishConnect();
            }
        }
        channel.configureBlocking(true);
    }

    public Socket socket() {
        return channel.socket();
    }

    /// Why packets may leave by another device, if they may.
    public Optional<String> complaint() {
        return complaint;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
