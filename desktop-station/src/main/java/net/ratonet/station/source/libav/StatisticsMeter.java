package net.ratonet.station.source.libav;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.source.FeedReading;

/// Turns running totals into one statistic a second. Pure but for its memory of the last one.
final class StatisticsMeter {

    private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

    private long lastNanos;
    private long lastFrames;
    private long lastBytes;

    StatisticsMeter(long nowNanos) {
        this.lastNanos = nowNanos;
    }

    /// The statistics of the second that has passed, if it has.
    Optional<EncoderStatistics> measure(
            long nowNanos, long frames, long dropped, long bytes, long lagNanos, Bitrate target) {
        var span = nowNanos - lastNanos;
        if (span < PERIOD_NANOS) {
            return Optional.empty();
        }
        var seconds = span / 1e9;
        var statistics =
                new EncoderStatistics(
                        frames,
                        dropped,
                        (frames - lastFrames) / seconds,
                        target,
                        new Bitrate(Math.round((bytes - lastBytes) * 8 / seconds)),
                        Math.max(0, Duration.ofNanos(lagNanos).toMillis()),
                        FeedReading.unheard());
        lastNanos = nowNanos;
        lastFrames = frames;
        lastBytes = bytes;
        return Optional.of(statistics);
    }
}
