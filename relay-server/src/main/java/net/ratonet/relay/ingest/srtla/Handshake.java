package net.ratonet.relay.ingest.srtla;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.srt.SrtPacket;

/// What a bond must know of the SRT handshakes that pass through it. Reads from the buffer's
/// position without moving it.
final class Handshake {

    private static final int TYPE = SrtPacket.HEADER + 20;
    private static final int SOCKET = SrtPacket.HEADER + 24;
    private static final int EXTENSIONS = SrtPacket.HEADER + 48;
    private static final int INDUCTION = 1;
    private static final int CONCLUSION = -1;
    private static final int HSRSP = 2;

    private Handshake() {}

    static boolean isHandshake(ByteBuffer packet) {
        return SrtPacket.isControl(packet, SrtPacket.HANDSHAKE) && packet.remaining() >= EXTENSIONS;
    }

    static boolean isInduction(ByteBuffer handshake) {
        return word(handshake, TYPE) == INDUCTION;
    }

    static boolean isConclusion(ByteBuffer handshake) {
        return word(handshake, TYPE) == CONCLUSION;
    }

    /// By which its sender wants to be addressed.
    static int socketId(ByteBuffer handshake) {
        return word(handshake, SOCKET);
    }

    /// How long the receiving end will wait for packets, where its answer says so.
    static Optional<Duration> latency(ByteBuffer answer) {
        var at = EXTENSIONS;
        while (at + Integer.BYTES <= answer.remaining()) {
            var kind = word(answer, at) >>> 16;
            var length = (word(answer, at) & 0xFFFF) * Integer.BYTES;
            at += Integer.BYTES;
            if (kind == HSRSP && length >= 12 && at + 12 <= answer.remaining()) {
                return Optional.of(Duration.ofMillis(word(answer, at + 8) >>> 16));
            }
            at += length;
        }
        return Optional.empty();
    }

    private static int word(ByteBuffer packet, int at) {
        return packet.getInt(packet.position() + at);
    }
}
