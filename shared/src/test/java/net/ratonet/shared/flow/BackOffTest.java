package net.ratonet.shared.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackOffTest {

    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void doublesUpToItsCeiling() {
        assertThat(BACK_OFF.afterFailure(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACK_OFF.afterFailure(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BACK_OFF.afterFailure(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(BACK_OFF.afterFailure(6)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BACK_OFF.afterFailure(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void isShortenedByUpToHalf() {
        assertThat(BACK_OFF.afterFailure(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BACK_OFF.afterFailure(2, 0.5)).isEqualTo(Duration.ofMillis(1_500));
        assertThat(BACK_OFF.afterFailure(2, 1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> BACK_OFF.afterFailure(0));
    }
}
