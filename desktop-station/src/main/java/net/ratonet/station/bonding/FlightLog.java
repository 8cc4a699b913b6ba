package net.ratonet.station.bonding;

import java.util.Arrays;
import net.ratonet.shared.srt.Sequence;

/// Which link carries which packet, exactly, for the 65,536 newest ones; a packet may be on several
/// links. Numbers wrap. Owned by the bond's thread.
final class FlightLog {

    static final int MOST_LINKS = 32;

    private static final int SIZE = 1 << 16;
    private static final int MASK = SIZE - 1;
    private static final int NOBODY = -1;

    private final int[] numbers = new int[SIZE];
    private final int[] carriers = new int[SIZE];
    private final byte[] last = new byte[SIZE];
    private final byte[] times = new byte[SIZE];
    private final long[] sentNanos = new long[SIZE];
    private final int[] inFlight = new int[MOST_LINKS];
    private boolean empty = true;
    private int oldest;
    private int newest;

    FlightLog() {
        Arrays.fill(numbers, NOBODY);
    }

    void sent(int number, int slot, long nowNanos) {
        admit(number);
        var at = number & MASK;
        if (Sequence.distance(oldest, number) < 0) {
            return;
        }
        if (numbers[at] != number) {
            release(at);
            numbers[at] = number;
            times[at] = 0;
        }
        if ((carriers[at] & 1 << slot) == 0) {
            carriers[at] |= 1 << slot;
            inFlight[slot]++;
        }
        times[at] = (byte) Math.min(times[at] + 1, Byte.MAX_VALUE);
        last[at] = (byte) slot;
        sentNanos[at] = nowNanos;
    }

    /// A link's own acknowledgement of a packet. It counts for that link if the link carried it,
    /// else for the last one that did.
    ///
    /// @return the link that it counts for, or -1
    int delivered(int number, int slot) {
        var at = number & MASK;
        if (numbers[at] != number || carriers[at] == 0) {
            return NOBODY;
        }
        var owner = (carriers[at] & 1 << slot) != 0 ? slot : last[at];
        return take(at, owner) ? owner : NOBODY;
    }

    /// The receiver misses a packet.
    ///
    /// @return the link that lost it, or -1 when that is not known
    int lost(int number) {
        var at = number & MASK;
        return numbers[at] == number && take(at, last[at]) ? last[at] : NOBODY;
    }

    /// All packets before this one have arrived.
    ///
    /// @param visitor sees the last carrier of each that was still in flight
    /// @return how many packets that is
    int acknowledge(int upTo, CarrierVisitor visitor) {
        if (empty) {
            return 0;
        }
        var count = Sequence.distance(oldest, upTo);
        if (count <= 0 || count > Sequence.distance(oldest, newest) + 1) {
            return 0;
        }
        for (var number = oldest; number != upTo; number = Sequence.next(number)) {
            var at = number & MASK;
            if (numbers[at] == number && carriers[at] != 0) {
                visitor.carried(last[at]);
                release(at);
            }
        }
        oldest = upTo;
        return count;
    }

    /// Nothing is in flight on this link any more.
    void forget(int slot) {
        for (var at = 0; inFlight[slot] > 0 && at < SIZE; at++) {
            take(at, slot);
        }
    }

    void clear() {
        Arrays.fill(numbers, NOBODY);
        Arrays.fill(carriers, 0);
        Arrays.fill(inFlight, 0);
        empty = true;
    }

    int inFlight(int slot) {
        return inFlight[slot];
    }

    /// Packets between the newest that was sent and the newest that the receiver confirmed.
    int unacknowledged() {
        return empty ? 0 : Sequence.distance(oldest, newest) + 1;
    }

    /// The link that carried it last, or -1 when that is not known.
    int lastCarrier(int number) {
        var at = number & MASK;
        return numbers[at] == number ? last[at] : NOBODY;
    }

    /// When it was sent, if it was sent just once; else 0, for then nobody knows which copy a
    /// confirmation is about.
    long sentOnceNanos(int number) {
        var at = number & MASK;
        return numbers[at] == number && times[at] == 1 ? sentNanos[at] : 0;
    }

    private void admit(int number) {
        var ahead = empty ? 0 : Sequence.distance(newest, number);
        if (empty || ahead > SIZE / 2 || ahead < -SIZE) {
            clear();
            empty = false;
            oldest = number;
            newest = number;
            return;
        }
        if (ahead > 0) {
            newest = number;
        }
        var overdue = Sequence.distance(oldest, newest) - SIZE + 1;
        if (overdue > 0) {
            oldest = Sequence.plus(oldest, overdue);
        }
    }

    private boolean take(int at, int slot) {
        if ((carriers[at] & 1 << slot) == 0) {
            return false;
        }
        carriers[at] &= ~(1 << slot);
        inFlight[slot]--;
        return true;
    }

    private void release(int at) {
        for (var rest = carriers[at]; rest != 0; rest &= rest - 1) {
            inFlight[Integer.numberOfTrailingZeros(rest)]--;
        }
        carriers[at] = 0;
    }

    /// Sees the links of acknowledged packets.
    @FunctionalInterface
    interface CarrierVisitor {
        void carried(int slot);
    }
}
