package net.ratonet.station.bonding;

/// How much a link may carry in comparison with the others, in thousandths of a packet, by the
/// rules that all SRTLA senders share. A burst counts by its peak: what a key frame filled is full
/// even if the acknowledgements come when it has drained. Owned by the bond's thread.
final class LinkWindow {

    static final int LOWEST = 1_000;
    static final int HIGHEST = 60_000;
    static final int FIRST = 20_000;

    /// Where a link begins again after it was lost.
    static final int RETURNING = 5_000;

    private static final int UNIT = 1_000;
    private static final int GROWTH = 29;
    private static final int PENALTY = 100;

    private int value = FIRST;
    private int peak;
    private long peakNanos;

    int value() {
        return value;
    }

    void sent(int inFlight, long nowNanos, long rttNanos) {
        if (inFlight >= peak || nowNanos - peakNanos > rttNanos) {
            peak = inFlight;
            peakNanos = nowNanos;
        }
    }

    /// A packet of this very link arrived.
    void delivered() {
        if (peak * UNIT > value) {
            value = Math.min(value + GROWTH, HIGHEST);
        }
    }

    /// A packet of any link arrived.
    void creep() {
        value = Math.min(value + 1, HIGHEST);
    }

    void lost() {
        value = Math.max(value - PENALTY, LOWEST);
    }

    /// It has proven itself after a failure.
    void readmit() {
        value = Math.max(value, FIRST);
    }

    void restart() {
        value = Math.min(value, RETURNING);
        peak = 0;
    }
}
