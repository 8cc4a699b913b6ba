package net.ratonet.station.setup;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.ratonet.station.telemetry.LinkScore;

/// What a test found out about one link, and what it is worth.
///
/// @param tries how often a connection to the relay was asked for
/// @param rttMs how long each took that came about
/// @param bitsPerSecond what it carried up; empty when that could not be measured
/// @param trouble why it failed, or why the rate is not known
/// @param detail the system's own words for that
/// @param unbound why the test may have left by another link
record LinkTrial(
        String name,
        int tries,
        List<Double> rttMs,
        OptionalLong bitsPerSecond,
        Optional<Trouble> trouble,
        String detail,
        Optional<String> unbound) {

    private static final int GOOD_SCORE = 70;

    /// Below this there is no picture worth looking at.
    private static final long LEAST_BITS_PER_SECOND = 500_000;

    LinkTrial {
        rttMs = List.copyOf(rttMs);
        if (tries < rttMs.size()) {
            throw new IllegalArgumentException("more answers than tries");
        }
    }

    enum Grade {
        OK,
        DEGRADED,
        FAILED
    }

    Grade grade() {
        if (rttMs.isEmpty()) {
            return Grade.FAILED;
        }
        return score() >= GOOD_SCORE && bitsPerSecond.orElse(0) >= LEAST_BITS_PER_SECOND
                ? Grade.OK
                : Grade.DEGRADED;
    }

    int score() {
        return rttMs.isEmpty() ? 0 : LinkScore.of(meanRttMs(), jitterMs(), lossPct());
    }

    double meanRttMs() {
        return rttMs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /// How far the answers lie from their mean, on average.
    double jitterMs() {
        var mean = meanRttMs();
        return rttMs.stream().mapToDouble(rtt -> Math.abs(rtt - mean)).average().orElse(0);
    }

    double lossPct() {
        return tries == 0 ? 100 : 100.0 * (tries - rttMs.size()) / tries;
    }

    double megabitsPerSecond() {
        return bitsPerSecond.orElse(0) / 1e6;
    }
}
