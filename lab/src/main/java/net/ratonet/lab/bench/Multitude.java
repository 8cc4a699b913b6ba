package net.ratonet.lab.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// More dashboards than a relay should ever see, opened as fast as they go. They read and throw
/// away, on a virtual thread of their own, so that ten thousand cost next to nothing on this side.
final class Multitude implements AutoCloseable {

    private static final String UPGRADE =
            """
            GET /ws/dashboard?v=2 HTTP/1.1\r
            Host: relay\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private final Selector selector;
    private final ByteBuffer waste = ByteBuffer.allocateDirect(64 * 1024);
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closed;

    private Multitude(Selector selector) {
        this.selector = selector;
    }

    static Multitude open(InetSocketAddress server, int count) throws IOException {
        var all = new Multitude(Selector.open());
        for (var number = 0; number < count; number++) {
            all.add(server);
        }
        all.readNow();
        Thread.ofVirtual().name("multitude").start(all::readOn);
        return all;
    }

    /// How many the relay has not hung up on.
    int stillOpen() {
        return open.get();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void add(InetSocketAddress server) throws IOException {
        var channel = SocketChannel.open(server);
        channel.write(ByteBuffer.wrap(UPGRADE.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        open.incrementAndGet();
        readNow();
    }

    private void readOn() {
        try {
            while (!closed) {
                selector.select(this::read, Duration.ofSeconds(1).toMillis());
            }
        } catch (IOException | ClosedSelectorException _) {
            closed = true;
        }
    }

    private void readNow() throws IOException {
        selector.selectNow(this::read);
    }

    private void read(SelectionKey key) {
        try {
            waste.clear();
            if (((SocketChannel) key.channel()).read(waste) < 0) {
                hangUp(key);
            }
        } catch (IOException _) {
            hangUp(key);
        }
    }

    private void hangUp(SelectionKey key) {
        key.cancel();
        open.decrementAndGet();
    }
}
