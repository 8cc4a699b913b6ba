package net.ratonet.shared.srt;

import java.nio.ByteBuffer;

/// The packet numbers that a NAK reports as lost: single ones, and ranges from a first to a last
/// one. No thread of its own.
public final class LossList {

    private static final int RANGE_BIT = 0x8000_0000;

    private LossList() {}

    /// Walks the list of a NAK that begins at the buffer's position. A range may claim half of all
    /// numbers: after `most` of them the walk ends, within a range if need be. Ranges that run
    /// backwards are skipped.
    ///
    /// @return how many numbers were shown
    public static int walk(ByteBuffer nak, int most, RangeVisitor visitor) {
        var shown = 0;
        var at = nak.position() + SrtPacket.HEADER;
        while (shown < most && at + Integer.BYTES <= nak.limit()) {
            var first = nak.getInt(at);
            at += Integer.BYTES;
            var last = first;
            if (first < 0) {
                if (at + Integer.BYTES > nak.limit()) {
                    break;
                }
                last = nak.getInt(at) & Sequence.LAST;
                at += Integer.BYTES;
            }
            shown += show(first & Sequence.LAST, last, most - shown, visitor);
        }
        return shown;
    }

    /// Appends a range, as short as can be.
    ///
    /// @return false, with nothing written, when there is no room
    public static boolean put(ByteBuffer into, int first, int last) {
        if (first == last) {
            if (into.remaining() < Integer.BYTES) {
                return false;
            }
            into.putInt(first & Sequence.LAST);
            return true;
        }
        if (into.remaining() < 2 * Integer.BYTES) {
            return false;
        }
        into.putInt(first | RANGE_BIT).putInt(last & Sequence.LAST);
        return true;
    }

    private static int show(int first, int last, int most, RangeVisitor visitor) {
        var steps = Sequence.distance(first, last);
        if (steps < 0) {
            return 0;
        }
        var count = Math.min(steps, most - 1) + 1;
        visitor.range(first, Sequence.plus(first, count - 1));
        return count;
    }

    /// Sees each range of a list.
    @FunctionalInterface
    public interface RangeVisitor {

        /// Both ends are lost; they are the same for a single packet.
        void range(int first, int last);
    }
}
