package net.ratonet.relay.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HealthThresholdsTest {

    @ParameterizedTest
    @CsvSource({
        "0, DOWN",
        "10, DOWN",
        "11, CRITICAL",
        "40, CRITICAL",
        "41, DEGRADED",
        "70, DEGRADED",
        "71, HEALTHY",
        "100, HEALTHY"
    })
    void putsAScoreOnAThresholdIntoTheWorseState(int score, HealthState state) {
        assertThat(HealthThresholds.DEFAULT.stateOf(score)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "DEGRADED, 73, DEGRADED",
        "DEGRADED, 74, HEALTHY",
        "HEALTHY, 71, HEALTHY",
        "HEALTHY, 70, DEGRADED",
        "DOWN, 43, CRITICAL",
        "DOWN, 100, HEALTHY",
    })
    void improvesOnlyOnceAScoreHasClearedTheThreshold(
            HealthState before, int score, HealthState after) {
        assertThat(HealthThresholds.DEFAULT.next(before, score, 3)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"70, 40, 50", "70, 80, 10", "101, 40, 10", "70, 40, -1"})
    void refusesThresholdsThatDoNotRise(int degraded, int critical, int down) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HealthThresholds(degraded, critical, down))
                .withMessageContaining("rise");
    }

    @Test
    void hasTheDefaultsOfTheFirstRelay() {
        assertThat(HealthThresholds.DEFAULT).isEqualTo(new HealthThresholds(70, 40, 10));
    }
}
