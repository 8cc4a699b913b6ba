package net.ratonet.station.bonding.rate;

/// The part of a queue that does not go away: its least over the last quarter to half second. A key
/// frame fills a queue for a moment without anything being wrong.
final class StandingQueue {

    private static final long BUCKET_NANOS = 250_000_000;

    private double leastNow = Double.MAX_VALUE;
    private double leastBefore = Double.MAX_VALUE;
    private long turnedNanos;
    private boolean begun;

    double add(double millis, long nowNanos) {
        if (!begun || nowNanos - turnedNanos >= BUCKET_NANOS) {
            begun = true;
            turnedNanos = nowNanos;
            leastBefore = leastNow;
            leastNow = millis;
        }
        leastNow = Math.min(leastNow, millis);
        return Math.min(leastNow, leastBefore);
    }
}
