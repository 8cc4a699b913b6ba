package net.ratonet.station.bonding;

/// A link's round trip, smoothed as TCP does it, and how much it varies. Owned by the bond's
/// thread.
final class RttEstimate {

    /// What a link that nobody has measured yet is taken for.
    private static final long UNKNOWN_NANOS = 200_000_000;

    private static final long LONGEST_NANOS = 10_000_000_000L;

    /// How long a link counts as idle by what it once was.
    private static final long MEMORY_NANOS = 20_000_000_000L;

    private double smoothedNanos;
    private double deviationNanos;
    private double leastNow = Double.MAX_VALUE;
    private double leastBefore = Double.MAX_VALUE;
    private long turnedNanos;

    void sample(long nanos, long nowNanos) {
        if (nanos <= 0 || nanos > LONGEST_NANOS) {
            return;
        }
        if (smoothedNanos == 0) {
            smoothedNanos = nanos;
            deviationNanos = nanos / 2.0;
            turnedNanos = nowNanos;
        } else {
            deviationNanos += (Math.abs(nanos - smoothedNanos) - deviationNanos) / 4;
            smoothedNanos += (nanos - smoothedNanos) / 8;
        }
        if (nowNanos - turnedNanos >= MEMORY_NANOS) {
            turnedNanos = nowNanos;
            leastBefore = leastNow;
            leastNow = Double.MAX_VALUE;
        }
        leastNow = Math.min(leastNow, smoothedNanos);
    }

    /// What of the round trip is waiting in queues: by how much it is longer than at its best.
    double queueMillis() {
        return isKnown() ? (smoothedNanos - Math.min(leastNow, leastBefore)) / 1e6 : 0;
    }

    boolean isKnown() {
        return smoothedNanos > 0;
    }

    long nanos() {
        return isKnown() ? (long) smoothedNanos : UNKNOWN_NANOS;
    }

    double millis() {
        return smoothedNanos / 1e6;
    }

    double jitterMillis() {
        return deviationNanos / 1e6;
    }
}
