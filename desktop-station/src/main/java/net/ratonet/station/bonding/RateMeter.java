package net.ratonet.station.bonding;

/// Bytes a second, smoothed over about half a second. Owned by the bond's thread.
final class RateMeter {

    private static final double MEMORY_NANOS = 5e8;

    private long bytes;
    private double bytesPerSecond;

    void add(long more) {
        bytes += more;
    }

    void advance(long spanNanos) {
        var now = bytes * 1e9 / spanNanos;
        bytesPerSecond += (now - bytesPerSecond) * -Math.expm1(-spanNanos / MEMORY_NANOS);
        bytes = 0;
    }

    double bytesPerSecond() {
        return bytesPerSecond;
    }

    long bitsPerSecond() {
        return Math.round(bytesPerSecond * 8);
    }
}
