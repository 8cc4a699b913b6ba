package net.ratonet.relay.session;

/// Sums what came in the last seconds, in steps of a tenth. Owned by one thread at a time.
final class RateWindow {

    private static final int STEPS_PER_SECOND = 10;
    private static final long STEP_NANOS = 1_000_000_000L / STEPS_PER_SECOND;
    private static final int LONGEST_SECONDS = 5;
    private static final int STEPS = LONGEST_SECONDS * STEPS_PER_SECOND + 1;

    private final long[] sums = new long[STEPS];
    private final long firstStep;
    private long newestStep;

    RateWindow(long nowNanos) {
        firstStep = stepOf(nowNanos);
        newestStep = firstStep;
    }

    void add(long amount, long nowNanos) {
        moveTo(nowNanos);
        sums[slot(newestStep)] += amount;
    }

    /// Mean over the last whole steps; over all time where less has passed.
    double perSecond(int seconds, long nowNanos) {
        moveTo(nowNanos);
        var steps = Math.min((long) seconds * STEPS_PER_SECOND, newestStep - firstStep);
        var sum = 0L;
        for (var step = newestStep - steps; step < newestStep; step++) {
            sum += sums[slot(step)];
        }
        return steps == 0 ? 0 : (double) sum * STEPS_PER_SECOND / steps;
    }

    private void moveTo(long nowNanos) {
        var step = stepOf(nowNanos);
        for (var next = Math.max(newestStep + 1, step - STEPS + 1); next <= step; next++) {
            sums[slot(next)] = 0;
        }
        newestStep = Math.max(newestStep, step);
    }

    private static long stepOf(long nanos) {
        return Math.floorDiv(nanos, STEP_NANOS);
    }

    private static int slot(long step) {
        return (int) Math.floorMod(step, (long) STEPS);
    }
}
