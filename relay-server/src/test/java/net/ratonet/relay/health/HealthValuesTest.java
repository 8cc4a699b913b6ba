package net.ratonet.relay.health;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HealthValuesTest {

    @Test
    void refusesMoreActiveLinksThanThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Links(3, 2, 50));
    }

    @Test
    void refusesALinkScoreOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Links(1, 1, 101));
    }

    @Test
    void refusesMeasurementsThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Media.Connected(Double.NaN, 0, 0, Duration.ZERO))
                .withMessageStartingWith("bitrate");
    }

    @Test
    void refusesRulesThatCallNoSilenceSilent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HealthRules(
                                HealthThresholds.DEFAULT,
                                5,
                                3,
                                Duration.ZERO,
                                Duration.ofSeconds(15)));
    }

    @Test
    void refusesAMeanOfNoSamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HealthRules(
                                HealthThresholds.DEFAULT,
                                0,
                                3,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(15)));
    }
}
