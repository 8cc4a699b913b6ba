package net.ratonet.relay.ingest.srt.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.srt.SrtPacket;

/// Handshakes on the wire.
public final class HandshakeCodec {

    /// The longest packet that SRT sends.
    public static final int LONGEST = 1_500;

    private static final int LEAST = 64;
    private static final int EXTENDED = 5;

    private HandshakeCodec() {}

    /// Reads from the buffer's position, which stays. Empty when it is no whole handshake.
    public static Optional<Handshake> read(ByteBuffer packet) {
        if (packet.remaining() < LEAST
                || packet.remaining() > LONGEST
                || !SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
            return Optional.empty();
        }
        var in = packet.duplicate();
        var version = packet.getInt(packet.position() + 16);
        var type = packet.getInt(packet.position() + 36);
        in.position(packet.position() + LEAST);
        var extended = version == EXTENDED && type == Handshake.CONCLUSION;
        return extensions(extended ? in : in.limit(in.position()))
                .map(extensions -> fixedPart(packet, extensions));
    }

    /// Writes a whole packet, ready to be sent.
    ///
    /// @param receiver whose address the handshake shows to its receiver
    public static ByteBuffer write(Handshake handshake, InetAddress receiver, int timestamp) {
        var out = ByteBuffer.allocate(lengthOf(handshake));
        SrtPacket.putControl(out, SrtPacket.HANDSHAKE, 0, timestamp, handshake.destination());
        out.putInt(handshake.version())
                .putShort((short) handshake.encryption())
                .putShort((short) handshake.features())
                .putInt(handshake.terms().sequence())
                .putInt(handshake.terms().mtu())
                .putInt(handshake.terms().window())
                .putInt(handshake.type())
                .putInt(handshake.socketId())
                .putInt(handshake.cookie());
        putAddress(out, receiver);
        for (var extension : handshake.extensions()) {
            out.putShort((short) extension.type())
                    .putShort((short) (extension.content().length / Integer.BYTES))
                    .put(extension.content());
        }
        return out.flip();
    }

    private static Handshake fixedPart(ByteBuffer packet, List<HandshakeExtension> extensions) {
        var at = packet.position() + SrtPacket.HEADER;
        return new Handshake(
                SrtPacket.destination(packet),
                packet.getInt(at),
                Short.toUnsignedInt(packet.getShort(at + 4)),
                Short.toUnsignedInt(packet.getShort(at + 6)),
                new FlowTerms(
                        packet.getInt(at + 8), packet.getInt(at + 12), packet.getInt(at + 16)),
                packet.getInt(at + 20),
                packet.getInt(at + 24),
                packet.getInt(at + 28),
                extensions);
    }

    private static Optional<List<HandshakeExtension>> extensions(ByteBuffer in) {
        var found = new ArrayList<HandshakeExtension>();
        while (in.remaining() >= Integer.BYTES) {
            var type = Short.toUnsignedInt(in.getShort());
            var length = Short.toUnsignedInt(in.getShort()) * Integer.BYTES;
            if (length > in.remaining()) {
                return Optional.empty();
            }
            var content = new byte[length];
            in.get(content);
            found.add(new HandshakeExtension(type, content));
        }
        return Optional.of(found);
    }

    private static int lengthOf(Handshake handshake) {
        return LEAST
                + handshake.extensions().stream()
                        .mapToInt(extension -> Integer.BYTES + extension.content().length)
                        .sum();
    }

    /// Four words, each turned round.
    private static void putAddress(ByteBuffer out, InetAddress address) {
        var bytes = ByteBuffer.allocate(16).put(address.getAddress()).rewind();
        while (bytes.hasRemaining()) {
            out.putInt(Integer.reverseBytes(bytes.getInt()));
        }
    }
}
