package net.ratonet.shared.flow;

import java.time.Duration;

/// How long to wait before trying again: doubles with each failure up to a ceiling.
public record BackOff(Duration first, Duration longest) {

    /// Doubling this often reaches any ceiling from any start.
    private static final int MOST_DOUBLINGS = 30;

    public BackOff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "first must be positive and at most " + longest + ", not " + first);
        }
    }

    /// The wait after so many failures in a row; the first failure is number 1.
    public Duration afterFailure(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("failures must be at least 1, not " + failures);
        }
        var doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        var wait = first.toNanos() * Math.pow(2, doublings);
        return wait >= longest.toNanos() ? longest : Duration.ofNanos((long) wait);
    }

    /// The same, shortened by up to half, so that many clients do not come back all at once.
    ///
    /// @param jitter from 0, the full wait, to 1, half of it
    public Duration afterFailure(int failures, double jitter) {
        var full = afterFailure(failures).toNanos();
        return Duration.ofNanos(Math.round(full * (1 - jitter / 2)));
    }
}
