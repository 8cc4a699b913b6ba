package net.ratonet.relay.output.rtmp;

/// Lays the 33-bit timestamps of a stream on one line that never leaps: a cut in the stream goes on
/// where it was. For one thread.
final class Timeline {

    private static final long HALF = 1L << 32;
    private static final long MASK = (1L << 33) - 1;

    /// Sound and pictures of one stream are never as far apart.
    private static final long LARGEST_STEP = 10 * 90_000;

    /// How far on a stream goes at a cut.
    private static final long CUT = 3_000;

    private boolean started;
    private long last;
    private long position;
    private long newest;

    /// Where the timestamp lies, in 1/90,000 s; the first one lies at 0.
    long place(long timestamp) {
        var step = started ? step(last, timestamp) : 0;
        started = true;
        last = timestamp;
        position = Math.abs(step) > LARGEST_STEP ? newest + CUT : position + step;
        newest = Math.max(newest, position);
        return position;
    }

    /// From one to the other by the shorter way round.
    static long step(long from, long to) {
        return ((to - from & MASK) ^ HALF) - HALF;
    }
}
