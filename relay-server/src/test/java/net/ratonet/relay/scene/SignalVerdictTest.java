package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignalVerdictTest {

    private static final SceneRules RULES =
            DirectorWorld.rules(
                    new Triggers(
                            Optional.of(new Trigger(Trigger.Side.BELOW, 800, 1_000)),
                            Optional.of(new Trigger(Trigger.Side.ABOVE, 1_000, 700)),
                            Optional.of(new Trigger(Trigger.Side.BELOW, 400, 500)),
                            Optional.of(new Trigger(Trigger.Side.ABOVE, 3_000, 2_000))));

    @ParameterizedTest
    @CsvSource({
        "4000, 50, NORMAL",
        "400, 50, OFFLINE",
        "401, 50, LOW",
        "401, 3000, OFFLINE",
        "0, 50, OFFLINE",
        "800, 50, LOW",
        "801, 50, NORMAL",
        "801, 1000, LOW",
        "801, 999, NORMAL",
    })
    void asksTheTriggersInTheOrderOfNoalbs(double kbps, double rttMs, SignalLevel level) {
        var verdict =
                SignalVerdict.of(DirectorWorld.measured(kbps, rttMs), SignalLevel.NORMAL, RULES);

        assertThat(verdict.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, 999, 50, LOW",
        "LOW, 1001, 50, NORMAL",
        "LOW, 4000, 800, LOW",
        "LOW, 4000, 600, NORMAL",
        "OFFLINE, 450, 50, OFFLINE",
        "OFFLINE, 501, 50, LOW",
        "OFFLINE, 4000, 2500, OFFLINE",
        "OFFLINE, 4000, 1900, LOW",
        "NORMAL, 999, 50, NORMAL",
        "LOW, 450, 50, LOW",
    })
    void letsGoOnlyAtTheLeavingFigure(
            SignalLevel before, double kbps, double rttMs, SignalLevel level) {
        var verdict = SignalVerdict.of(DirectorWorld.measured(kbps, rttMs), before, RULES);

        assertThat(verdict.level()).isEqualTo(level);
    }

    @Test
    void callsZeroOfflineWithoutAnyTrigger() {
        var verdict =
                SignalVerdict.of(
                        DirectorWorld.measured(0, 0), SignalLevel.NORMAL, SceneRules.DEFAULT);

        assertThat(verdict.level()).isEqualTo(SignalLevel.OFFLINE);
        assertThat(verdict.why().english()).isEqualTo("No bitrate at all");
    }

    @Test
    void asksNoTriggerAboutMediaThatItDoesNotSee() {
        var verdict =
                SignalVerdict.of(
                        DirectorWorld.signal(HealthState.HEALTHY), SignalLevel.NORMAL, RULES);

        assertThat(verdict.level()).isEqualTo(SignalLevel.NORMAL);
    }

    @Test
    void explainsATrigger() {
        var verdict = SignalVerdict.of(DirectorWorld.measured(612, 50), SignalLevel.NORMAL, RULES);

        assertThat(verdict.why().english()).isEqualTo("Bitrate 612 kbit/s, threshold 800");
    }

    @Test
    void refusesATriggerThatLetsGoWhereItIsWorse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger(Trigger.Side.BELOW, 800, 700));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger(Trigger.Side.ABOVE, 800, 900));
    }

    @Test
    void refusesATriggerOnTheWrongSide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Triggers(
                                Optional.of(Trigger.above(800)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }
}
