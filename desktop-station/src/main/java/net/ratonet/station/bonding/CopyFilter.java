package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// Receivers send each ACK and NAK down every link; the encoder is to see each just once. Owned by
/// the bond's thread.
final class CopyFilter {

    private static final int REMEMBERED = 32;

    private final long[] naks = new long[REMEMBERED];
    private int nextNak;
    private boolean fresh = true;
    private int socket;
    private int ackNumber;
    private int acknowledged;

    /// Whether this ACK says anything that none before it said.
    boolean isNewAck(ByteBuffer ack) {
        var number = SrtPacket.ackNumber(ack);
        var sequence = SrtPacket.lastAcknowledged(ack);
        if (fresh || SrtPacket.destination(ack) != socket) {
            fresh = false;
            socket = SrtPacket.destination(ack);
            ackNumber = number;
            acknowledged = sequence;
            return true;
        }
        var further = Sequence.isAfter(sequence, acknowledged);
        var isNew = number == 0 ? further : number - ackNumber > 0;
        if (number != 0 && isNew) {
            ackNumber = number;
        }
        if (further) {
            acknowledged = sequence;
        }
        return isNew;
    }

    /// Copies agree in every byte; a repeated report has a later time in it.
    boolean isNewNak(ByteBuffer nak) {
        var print = fingerprint(nak);
        for (var known : naks) {
            if (known == print) {
                return false;
            }
        }
        naks[nextNak] = print;
        nextNak = (nextNak + 1) % REMEMBERED;
        return true;
    }

    /// The encoder begins a new connection.
    void reset() {
        fresh = true;
    }

    private static long fingerprint(ByteBuffer packet) {
        var print = 0xcbf29ce484222325L ^ packet.remaining();
        for (var at = packet.position(); at + Integer.BYTES <= packet.limit(); at += 4) {
            print = (print ^ packet.getInt(at)) * 0x100000001b3L;
        }
        return print;
    }
}
