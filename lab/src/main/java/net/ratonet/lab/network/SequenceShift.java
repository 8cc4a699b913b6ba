package net.ratonet.lab.network;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// Renumbers the packets of one unencrypted SRT connection, so that its numbers pass 2^31 soon
/// after it began, which chance alone brings about once in a lifetime. The encoder's first
/// handshake decides by how much. For one thread.
final class SequenceShift {

    private static final int FIRST_WORD = SrtPacket.HEADER;
    private static final int HANDSHAKE_SEQUENCE = SrtPacket.HEADER + 8;

    private final int packetsBeforeTheWrap;
    private int steps;
    private boolean decided;

    SequenceShift(int packetsBeforeTheWrap) {
        this.packetsBeforeTheWrap = packetsBeforeTheWrap;
    }

    /// Rewrites, in place, a packet that the encoder sent.
    void outwards(ByteBuffer packet) {
        if (!decided && SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
            var begin = Sequence.LAST - packetsBeforeTheWrap;
            steps = Sequence.distance(packet.getInt(HANDSHAKE_SEQUENCE), begin);
            decided = true;
        }
        shift(packet, steps);
    }

    /// Rewrites, in place, a packet that the receiver sent.
    void inwards(ByteBuffer packet) {
        shift(packet, -steps);
    }

    private static void shift(ByteBuffer packet, int steps) {
        if (SrtPacket.isData(packet)) {
            shiftWord(packet, 0, steps);
            return;
        }
        switch (SrtPacket.controlType(packet)) {
            case SrtPacket.HANDSHAKE -> shiftWord(packet, HANDSHAKE_SEQUENCE, steps);
            case SrtPacket.ACK -> shiftWord(packet, FIRST_WORD, steps);
            case SrtPacket.NAK -> shiftFrom(packet, FIRST_WORD, packet.limit(), steps);
            case SrtPacket.DROPREQ -> shiftFrom(packet, FIRST_WORD, FIRST_WORD + 8, steps);
            default -> {
                // Nothing else speaks of numbers.
            }
        }
    }

    private static void shiftFrom(ByteBuffer packet, int from, int to, int steps) {
        for (var at = from; at + Integer.BYTES <= to; at += Integer.BYTES) {
            shiftWord(packet, at, steps);
        }
    }

    /// The highest bit is not part of the number: it marks the start of a range.
    private static void shiftWord(ByteBuffer packet, int at, int steps) {
        var word = packet.getInt(at);
        var number = Sequence.plus(word & Sequence.LAST, steps);
        packet.putInt(at, (word & ~Sequence.LAST) | number);
    }
}
