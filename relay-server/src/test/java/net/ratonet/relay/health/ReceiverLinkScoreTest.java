package net.ratonet.relay.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReceiverLinkScoreTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 100",
        "5000, 100, 1, 100",
        "5001, 0, 0, 70",
        "10000, 0, 0, 70",
        "10001, 0, 0, 0",
        "0, 101, 0, 85",
        "0, 201, 0, 70",
        "0, 0, 1.1, 90",
        "0, 0, 5.1, 70",
        "5001, 201, 5.1, 10",
    })
    void costsExactlyFromItsBounds(long silenceMillis, double rttMs, double lossPct, int score) {
        assertThat(ReceiverLinkScore.of(Duration.ofMillis(silenceMillis), rttMs, lossPct))
                .isEqualTo(score);
    }
}
