package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.HandshakeCodec;
import net.ratonet.shared.testing.Await;

/// A caller that sends whatever a test wants.
final class RawCaller implements AutoCloseable {

    private final DatagramChannel channel;

    RawCaller(int port) throws IOException {
        channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        channel.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        channel.configureBlocking(false);
    }

    void send(Handshake handshake) throws IOException {
        send(handshake, 0);
    }

    /// @param clockMicros since the caller opened its socket
    void send(Handshake handshake, int clockMicros) throws IOException {
        send(HandshakeCodec.write(handshake, InetAddress.ofLiteral("127.0.0.1"), clockMicros));
    }

    void send(ByteBuffer packet) throws IOException {
        channel.write(packet);
    }

    /// The next handshake that comes; others are skipped.
    Handshake answer() {
        return Await.value("an answer came", this::next);
    }

    boolean hasAnswer() throws IOException {
        return next().isPresent();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Optional<Handshake> next() throws IOException {
        var buffer = ByteBuffer.allocate(2_048);
        return channel.read(buffer) <= 0 ? Optional.empty() : HandshakeCodec.read(buffer.flip());
    }
}
