package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.source.FeedReading;
import org.junit.jupiter.api.Test;

final class StatisticsMeterTest {

    private static final Bitrate TARGET = Bitrate.ofKbps(4_000);
    private final StatisticsMeter meter = new StatisticsMeter(0);

    @Test
    void saysNothingWithinASecond() {
        assertThat(meter.measure(millis(999), 30, 0, 1_000, 0, TARGET)).isEmpty();
    }

    @Test
    void tellsRatesOfTheLastSecondAndTotals() {
        meter.measure(millis(1_000), 30, 0, 500_000, 0, TARGET);

        assertThat(meter.measure(millis(3_000), 80, 10, 750_000, millis(40), TARGET))
                .contains(
                        new EncoderStatistics(
                                80,
                                10,
                                25,
                                TARGET,
                                Bitrate.ofKbps(1_000),
                                40,
                                FeedReading.unheard()));
    }

    @Test
    void takesBeingEarlyForNoLag() {
        assertThat(meter.measure(millis(1_000), 30, 0, 0, millis(-30), TARGET))
                .hasValueSatisfying(statistics -> assertThat(statistics.lagMs()).isZero());
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
