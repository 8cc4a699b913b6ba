package net.ratonet.station.telemetry.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BatteryForecastTest {

    private final BatteryForecast forecast = new BatteryForecast();
    private long nowNanos;

    @Test
    void followsTheSlopeOfAGaugeThatTellsWholePercents() {
        var left = Optional.<Duration>empty();
        for (var minute = 0; minute <= 15; minute++) {
            left = afterAMinute(Math.floor(80 - minute * 0.5));
        }

        assertThat(left.orElseThrow().toMinutes()).isCloseTo(146, within(12L));
    }

    @Test
    void saysNothingBeforeItHasSeenEnough() {
        assertThat(afterAMinute(80)).isEmpty();
        assertThat(afterAMinute(79)).isEmpty();
    }

    @Test
    void saysNothingOfABatteryThatDoesNotEmpty() {
        for (var minute = 0; minute < 10; minute++) {
            assertThat(afterAMinute(80)).isEmpty();
        }
    }

    @Test
    void beginsAnewAfterCharging() {
        for (var minute = 0; minute < 10; minute++) {
            afterAMinute(80 - minute);
        }

        assertThat(forecast.timeLeft(71, true, nowNanos)).isEmpty();

        assertThat(afterAMinute(71)).isEmpty();
    }

    @Test
    void followsAChangeOfLoad() {
        for (var minute = 0; minute < 30; minute++) {
            afterAMinute(90 - minute * 0.1);
        }
        var left = Optional.<Duration>empty();
        for (var minute = 0; minute < 25; minute++) {
            left = afterAMinute(87 - minute);
        }

        assertThat(left.orElseThrow().toMinutes()).isCloseTo(63, within(3L));
    }

    private Optional<Duration> afterAMinute(double percent) {
        nowNanos += Duration.ofMinutes(1).toNanos();
        return forecast.timeLeft(percent, false, nowNanos);
    }
}
