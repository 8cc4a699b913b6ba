package net.ratonet.relay.session;

import java.util.HashMap;
import java.util.Map;
import net.ratonet.relay.session.ts.TsPacket;

/// Follows the timestamps of one stream against the time they come at. Owned by one thread.
final class StreamClock {

    /// Two tracks stand at most so far apart, and decoding times never go back.
    private static final double BACK_MS = 500;

    /// Further ahead than time has passed, a timestamp belongs to another run; a hole of a few
    /// seconds within what comes in a burst does not.
    private static final double AHEAD_MS = 5_000;

    private static final double TICKS_PER_MS = TsPacket.CLOCK_HZ / 1_000.0;
    private static final double NANOS_PER_MS = 1_000_000;

    private final Map<Integer, Mark> newest = new HashMap<>();
    private int leader = -1;
    private double streamMs;
    private long leaderSince;
    private double driftMs;

    private record Mark(long ticks, long nanos) {}

    /// Notes the decoding time of a track's next unit; false when it does not go on from what came
    /// before, so that another run of timestamps begins.
    ///
    /// @param leads whether the drift is measured by this track
    boolean follow(int pid, long ticks, long nowNanos, boolean leads) {
        var last = newest.get(pid);
        var stepMs = last == null ? 0 : TsPacket.ticksBetween(last.ticks, ticks) / TICKS_PER_MS;
        var passedMs = last == null ? 0 : (nowNanos - last.nanos) / NANOS_PER_MS;
        var jumped = stepMs < -BACK_MS || stepMs > passedMs + AHEAD_MS;
        if (jumped) {
            newest.clear();
        }
        newest.put(pid, new Mark(ticks, nowNanos));
        if (leads) {
            lead(pid, stepMs, nowNanos, jumped || last == null);
        }
        return !jumped;
    }

    double driftMs() {
        return driftMs;
    }

    /// How far one track's newest timestamp is ahead of another's; 0 while either is unknown.
    double aheadMs(int pid, int other) {
        var mine = newest.get(pid);
        var theirs = newest.get(other);
        return mine == null || theirs == null
                ? 0
                : TsPacket.ticksBetween(theirs.ticks, mine.ticks) / TICKS_PER_MS;
    }

    private void lead(int pid, double stepMs, long nowNanos, boolean anew) {
        if (anew || pid != leader) {
            leader = pid;
            leaderSince = nowNanos;
            streamMs = 0;
            driftMs = 0;
            return;
        }
        streamMs += stepMs;
        driftMs = (nowNanos - leaderSince) / NANOS_PER_MS - streamMs;
    }
}
