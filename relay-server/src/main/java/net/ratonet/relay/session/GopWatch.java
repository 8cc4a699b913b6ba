package net.ratonet.relay.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import net.ratonet.relay.session.ts.TsPacket;

/// Measures groups of pictures: how long, how many pictures, in which order. Owned by one thread.
final class GopWatch {

    private static final int REMEMBERED = 8;
    private static final long ROUNDED_TO_MS = 100;

    private final ArrayDeque<Duration> intervals = new ArrayDeque<>();
    private boolean hasKey;
    private long keyDts;
    private long keyNanos;
    private int pictures;
    private long latestPts;
    private double framesPerSecond;
    private boolean reordered;

    void picture(long pts, long dts, boolean keyFrame, long nowNanos) {
        if (keyFrame) {
            if (hasKey) {
                close(dts);
            }
            hasKey = true;
            keyDts = dts;
            keyNanos = nowNanos;
            pictures = 0;
            latestPts = pts;
        } else if (TsPacket.ticksBetween(latestPts, pts) < 0) {
            reordered |= hasKey;
        } else {
            latestPts = pts;
        }
        pictures++;
    }

    /// What follows has timestamps of its own.
    void restart() {
        hasKey = false;
    }

    private void close(long dts) {
        var ticks = TsPacket.ticksBetween(keyDts, dts);
        if (ticks <= 0) {
            return;
        }
        intervals.add(Duration.ofNanos(ticks * 100_000 / 9));
        if (intervals.size() > REMEMBERED) {
            intervals.remove();
        }
        framesPerSecond = (double) pictures * TsPacket.CLOCK_HZ / ticks;
    }

    Optional<Duration> keyFrameAge(long nowNanos) {
        return hasKey ? Optional.of(Duration.ofNanos(nowNanos - keyNanos)) : Optional.empty();
    }

    Optional<Duration> newest() {
        return Optional.ofNullable(intervals.peekLast());
    }

    /// Rounded, so that it stays the same while the stream does.
    Duration longest() {
        var longest = intervals.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        var steps = Math.round((double) longest.toMillis() / ROUNDED_TO_MS);
        return Duration.ofMillis(steps * ROUNDED_TO_MS);
    }

    /// Rounded likewise; 0 while unknown.
    double framesPerSecond() {
        return Math.round(framesPerSecond * 2) / 2.0;
    }

    boolean isReordered() {
        return reordered;
    }
}
