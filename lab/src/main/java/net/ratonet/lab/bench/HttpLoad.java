package net.ratonet.lab.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Asks one URL over and over on kept-alive connections, each with one request on its way, all on
/// the calling thread.
final class HttpLoad {

    private static final int CONNECTIONS = 32;

    private final InetSocketAddress server;
    private final byte[] request;
    private final Histogram delayMicros = new Histogram(3);

    HttpLoad(InetSocketAddress server, String path) {
        this.server = server;
        this.request =
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                        .formatted(path)
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /// Answers per second, and how long they took.
    record Rate(double perSecond, double p50Millis, double p99Millis) {}

    Rate run(Duration warmUp, Duration length) throws IOException {
        try (var selector = Selector.open()) {
            var connections = open(selector);
            ask(selector, warmUp);
            delayMicros.reset();
            var startNanos = System.nanoTime();
            ask(selector, length);
            var seconds = (System.nanoTime() - startNanos) / 1e9;
            for (var connection : connections) {
                connection.channel.close();
            }
            return new Rate(delayMicros.getTotalCount() / seconds, millisAt(50), millisAt(99));
        }
    }

    private double millisAt(double percentile) {
        return delayMicros.getValueAtPercentile(percentile) / 1_000.0;
    }

    private List<Connection> open(Selector selector) throws IOException {
        var connections = new ArrayList<Connection>();
        for (var index = 0; index < CONNECTIONS; index++) {
            var channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            var connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            connection.ask();
            connections.add(connection);
        }
        return connections;
    }

    private static void ask(Selector selector, Duration length) throws IOException {
        var endNanos = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < endNanos) {
            selector.select(100);
            for (var key : selector.selectedKeys()) {
                ((Connection) key.attachment()).read();
            }
            selector.selectedKeys().clear();
        }
    }

    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(1024 * 1024);
        private long askedAt;

        private Connection(SocketChannel channel) {
            this.channel = channel;
        }

        private void ask() throws IOException {
            askedAt = System.nanoTime();
            channel.write(ByteBuffer.wrap(request));
        }

        private void read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server hung up");
            }
            if (isWhole()) {
                delayMicros.recordValue((System.nanoTime() - askedAt) / 1_000);
                in.clear();
                ask();
            }
        }

        private boolean isWhole() throws IOException {
            var head =
                    StandardCharsets.US_ASCII
                            .decode(in.duplicate().flip().limit(Math.min(in.position(), 2048)))
                            .toString();
            var end = head.indexOf("\r\n\r\n");
            if (end < 0) {
                return false;
            }
            if (!head.startsWith("HTTP/1.1 200")) {
                throw new IOException(head.substring(0, head.indexOf("\r\n")));
            }
            return in.position() >= end + 4 + contentLength(head);
        }

        private static int contentLength(String head) throws IOException {
            var lower = head.toLowerCase(java.util.Locale.ROOT);
            var at = lower.indexOf("content-length: ");
            if (at < 0) {
                throw new IOException("an answer without a length");
            }
            return Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)).strip());
        }
    }
}
