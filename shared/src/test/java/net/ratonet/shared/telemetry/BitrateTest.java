package net.ratonet.shared.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BitrateTest {

    @Test
    void countsAThousandBitsToTheKilobit() {
        assertThat(Bitrate.ofKbps(2_500)).isEqualTo(new Bitrate(2_500_000));
        assertThat(new Bitrate(1_500).kbps()).isEqualTo(1.5);
    }

    @Test
    void ordersBySpeed() {
        assertThat(Bitrate.ofKbps(1)).isGreaterThan(Bitrate.ZERO).isLessThan(Bitrate.ofKbps(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesRatesThatMeanNothing(double kbps) {
        assertThatThrownBy(() -> Bitrate.ofKbps(kbps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bitrate must not be negative");
    }

    @Test
    void refusesNegativeBits() {
        assertThatThrownBy(() -> new Bitrate(-1))
                .hasMessage("bitrate must not be negative, not -1");
    }
}
