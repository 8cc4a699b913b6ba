package net.ratonet.shared.srt;

import java.nio.ByteBuffer;

/// The fields of an SRT packet that begins at the position of a big-endian buffer. Nothing moves
/// the position, and what a short packet does not hold reads as 0. No thread of its own.
public final class SrtPacket {

    /// Bytes before the payload, and the least that an SRT packet has.
    public static final int HEADER = 16;

    public static final int HANDSHAKE = 0;
    public static final int KEEPALIVE = 1;
    public static final int ACK = 2;
    public static final int NAK = 3;
    public static final int CONGESTION_WARNING = 4;
    public static final int SHUTDOWN = 5;
    public static final int ACKACK = 6;
    public static final int DROPREQ = 7;
    public static final int PEERERROR = 8;

    /// Extensions; the subtype says which.
    public static final int USER = 0x7FFF;

    /// Values of [#encryption].
    public static final int CLEAR = 0;

    public static final int EVEN_KEY = 1;
    public static final int ODD_KEY = 2;

    private static final int CONTROL_BIT = 0x8000_0000;
    private static final int RETRANSMITTED_BIT = 0x0400_0000;
    private static final int MESSAGE_BITS = 0x03FF_FFFF;
    private static final int ENCRYPTION_SHIFT = 27;
    private static final int ENCRYPTION_BITS = 3 << ENCRYPTION_SHIFT;

    /// First half byte of the types that SRTLA has for itself.
    private static final int SRTLA = 9;

    private SrtPacket() {}

    /// Whether it may be SRT at all: a whole header, and not one of SRTLA's own packets.
    public static boolean isSrt(ByteBuffer packet) {
        return packet.remaining() >= HEADER && word(packet, 0) >>> 28 != SRTLA;
    }

    public static boolean isData(ByteBuffer packet) {
        return packet.remaining() >= Integer.BYTES && word(packet, 0) >= 0;
    }

    public static boolean isControl(ByteBuffer packet) {
        return word(packet, 0) < 0;
    }

    public static boolean isControl(ByteBuffer packet, int type) {
        return isControl(packet) && controlType(packet) == type;
    }

    /// The number of a data packet.
    public static int sequence(ByteBuffer packet) {
        return word(packet, 0) & Sequence.LAST;
    }

    /// Whether a data packet was sent before.
    public static boolean isRetransmitted(ByteBuffer packet) {
        return (word(packet, 4) & RETRANSMITTED_BIT) != 0;
    }

    public static int messageNumber(ByteBuffer packet) {
        return word(packet, 4) & MESSAGE_BITS;
    }

    /// With which key a data packet's payload is encrypted.
    public static int encryption(ByteBuffer packet) {
        return (word(packet, 4) & ENCRYPTION_BITS) >>> ENCRYPTION_SHIFT;
    }

    public static int controlType(ByteBuffer packet) {
        return (word(packet, 0) >>> 16) & USER;
    }

    public static int subtype(ByteBuffer packet) {
        return word(packet, 0) & 0xFFFF;
    }

    /// Since the sender's start, from 0 to 2^32 and again; that of a retransmission is the
    /// original's.
    public static long timestampMicros(ByteBuffer packet) {
        return Integer.toUnsignedLong(word(packet, 8));
    }

    /// The receiver's socket id; 0 in the first handshake.
    public static int destination(ByteBuffer packet) {
        return word(packet, 12);
    }

    /// Of an ACK or ACKACK; 0 in a light ACK.
    public static int ackNumber(ByteBuffer packet) {
        return word(packet, 4);
    }

    /// The first number that an ACK does not confirm.
    public static int lastAcknowledged(ByteBuffer packet) {
        return word(packet, 16) & Sequence.LAST;
    }

    /// The receiver's view of the round trip; 0 in a light ACK.
    public static int ackRttMicros(ByteBuffer packet) {
        return Math.max(0, word(packet, 20));
    }

    public static void setDestination(ByteBuffer packet, int socketId) {
        packet.putInt(packet.position() + 12, socketId);
    }

    public static void setEncryption(ByteBuffer packet, int key) {
        var others = word(packet, 4) & ~ENCRYPTION_BITS;
        packet.putInt(packet.position() + 4, others | ((key & 3) << ENCRYPTION_SHIFT));
    }

    /// Writes the header of a data packet that is a message of its own, as in live streams; the
    /// payload comes next.
    public static ByteBuffer putData(
            ByteBuffer into, int sequence, int messageNumber, long timestampMicros, int socketId) {
        return into.putInt(sequence & Sequence.LAST)
                .putInt(0xE000_0000 | (messageNumber & MESSAGE_BITS))
                .putInt((int) timestampMicros)
                .putInt(socketId);
    }

    public static void markRetransmitted(ByteBuffer packet) {
        packet.putInt(packet.position() + 4, word(packet, 4) | RETRANSMITTED_BIT);
    }

    /// Writes the header of a control packet. What carries nothing else still needs 4 bytes of 0
    /// behind it.
    public static ByteBuffer putControl(
            ByteBuffer into, int type, int typeSpecific, long timestampMicros, int socketId) {
        return into.putInt(CONTROL_BIT | (type << 16))
                .putInt(typeSpecific)
                .putInt((int) timestampMicros)
                .putInt(socketId);
    }

    private static int word(ByteBuffer packet, int offset) {
        return packet.remaining() >= offset + Integer.BYTES
                ? packet.getInt(packet.position() + offset)
                : 0;
    }
}
