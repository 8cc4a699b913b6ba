package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.function.ObjLongConsumer;
import net.ratonet.relay.ingest.loop.LoopSocket;
import net.ratonet.relay.ingest.loop.PacketLoop;
import org.jspecify.annotations.Nullable;

/// The socket between a call and its FFmpeg. Owned by the loop's thread.
final class ChildLink implements LoopSocket {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int BUFFER = 1 << 20;
    private static final int FAIR_SHARE = 64;

    private final PacketLoop loop;
    private final ObjLongConsumer<ByteBuffer> receiver;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(2_048);
    private @Nullable DatagramChannel channel;
    private int port;

    ChildLink(PacketLoop loop, ObjLongConsumer<ByteBuffer> receiver) {
        this.loop = loop;
        this.receiver = receiver;
    }

    static InetAddress address() {
        return LOOPBACK;
    }

    int port() {
        return port;
    }

    void connect(int newPort) throws IOException {
        close();
        var opened = DatagramChannel.open();
        channel = opened;
        opened.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        opened.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
        opened.bind(new InetSocketAddress(LOOPBACK, 0));
        opened.connect(new InetSocketAddress(LOOPBACK, newPort));
        loop.watch(opened, this);
        port = newPort;
    }

    /// What cannot be sent is lost: SRT asks for it again.
    void send(ByteBuffer packet) {
        var open = channel;
        if (open == null) {
            return;
        }
        try {
            open.write(packet);
        } catch (IOException _) {
            // While FFmpeg starts nobody listens yet; when it ends, its thread says so.
        }
    }

    @Override
    public void ready(long nowNanos) {
        for (var i = 0; i < FAIR_SHARE && receive(); i++) {
            receiver.accept(buffer, nowNanos);
        }
    }

    void close() {
        var open = channel;
        channel = null;
        port = 0;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException _) {
            // Nothing is lost with it.
        }
    }

    private boolean receive() {
        var open = channel;
        if (open == null) {
            return false;
        }
        try {
            buffer.clear();
            var read = open.read(buffer);
            buffer.flip();
            return read > 0;
        } catch (IOException _) {
            return false;
        }
    }
}
