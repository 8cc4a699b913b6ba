package net.ratonet.station.source.libav;

/// Which picture is due when, and which are left out after a delay that cannot be made up. Pure.
///
/// @param startNanos when picture 0 was due
record FramePace(int framesPerSecond, long startNanos) {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /// Short delays are made up by encoding faster; beyond this the viewers would fall behind.
    private static final long LONGEST_LAG_NANOS = SECOND_NANOS / 2;

    long dueNanos(long number) {
        return startNanos + number * SECOND_NANOS / framesPerSecond;
    }

    /// The picture to encode next: this one, or a later one if it is far too late for this one.
    long nextWorthwhile(long number, long nowNanos) {
        if (nowNanos - dueNanos(number) <= LONGEST_LAG_NANOS) {
            return number;
        }
        return Math.max(number, (nowNanos - startNanos) * framesPerSecond / SECOND_NANOS);
    }
}
