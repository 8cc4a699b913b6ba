package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkScoreTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 100",
        "50, 10, 0, 100",
        "51, 0, 0, 90",
        "101, 0, 0, 75",
        "201, 0, 0, 60",
        "0, 11, 0, 95",
        "0, 21, 0, 85",
        "0, 51, 0, 70",
        "0, 0, 2, 94",
        "0, 0, 5, 75",
        "0, 0, 10, 60"
    })
    void deductsStepByStep(double rttMs, double jitterMs, double lossPct, int score) {
        assertThat(LinkScore.of(rttMs, jitterMs, lossPct)).isEqualTo(score);
    }

    @Test
    void neverFallsBelowZero() {
        assertThat(LinkScore.of(900, 900, 100)).isZero();
    }
}
