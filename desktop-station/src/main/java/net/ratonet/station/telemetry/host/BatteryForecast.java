package net.ratonet.station.telemetry.host;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Foretells from how fast a battery has emptied when it will be empty. A battery tells its charge
/// in whole steps, so a straight line is laid through all that was seen lately. For one thread;
/// time is an argument.
final class BatteryForecast {

    /// Long enough to even out short peaks, short enough to follow a change of load.
    private static final long WINDOW_NANOS = Duration.ofMinutes(20).toNanos();

    /// Before that a single step of the gauge would decide alone.
    private static final long SHORTEST_NANOS = Duration.ofMinutes(3).toNanos();

    private static final long SPACING_NANOS = Duration.ofSeconds(10).toNanos();

    /// Beyond that the line is flatter than the gauge is exact.
    private static final Duration LONGEST = Duration.ofDays(2);

    private final Deque<Sample> samples = new ArrayDeque<>();

    /// Takes a look at the gauge and says how long the battery will last at the present rate.
    Optional<Duration> timeLeft(double percent, boolean charging, long nowNanos) {
        if (charging) {
            samples.clear();
            return Optional.empty();
        }
        remember(new Sample(nowNanos, percent));
        var span = nowNanos - samples.getFirst().nanos;
        return span < SHORTEST_NANOS ? Optional.empty() : extrapolated(percent);
    }

    private void remember(Sample sample) {
        if (samples.isEmpty() || sample.nanos - samples.getLast().nanos >= SPACING_NANOS) {
            samples.addLast(sample);
        }
        while (sample.nanos - samples.getFirst().nanos > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    private Optional<Duration> extrapolated(double percent) {
        var perNano = slope();
        if (!(perNano < 0)) {
            return Optional.empty();
        }
        var left = Duration.ofSeconds(Math.round(-percent / perNano / 1e9));
        return left.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(left);
    }

    /// Least squares.
    private double slope() {
        var origin = samples.getFirst().nanos;
        var meanTime = samples.stream().mapToDouble(s -> s.nanos - origin).average().orElse(0);
        var meanPercent = samples.stream().mapToDouble(Sample::percent).average().orElse(0);
        var products = 0.0;
        var squares = 0.0;
        for (var sample : samples) {
            var time = sample.nanos - origin - meanTime;
            products += time * (sample.percent - meanPercent);
            squares += time * time;
        }
        return squares == 0 ? 0 : products / squares;
    }

    private record Sample(long nanos, double percent) {}
}
