package net.ratonet.station.bonding.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.bonding.SimulatedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Controllers that steer a simulated encoder over two simulated links of 3 Mbit/s each.
final class RateScenarioTest {

    private static final RateLimits LIMITS =
            new RateLimits(Bitrate.ofKbps(300), Bitrate.ofKbps(8_000), 2_000);

    private final SimulatedField field = new SimulatedField(2_000_000);
    private final SimulatedField.Lane first = field.lane(3, 40);
    private final SimulatedField.Lane second = field.lane(3, 40);
    private BitrateController controller = new Rato(LIMITS);
    private RateVerdict verdict = new RateVerdict(Bitrate.ZERO, RateCause.GROWING);
    private double sum;
    private int count;

    RateScenarioTest() {
        field.observe(this::steer);
    }

    static Stream<BitrateController> allControllers() {
        return Stream.of(
                new Rato(LIMITS),
                new Belabox(LIMITS),
                new Fight(LIMITS, FightPreset.FAST),
                new Fight(LIMITS, FightPreset.SLOW));
    }

    @Test
    void usesMostOfWhatSteadyLinksCarry() {
        run(10);

        assertThat(meanKbpsOver(30)).isBetween(.85 * 6_000, 6_000.0);
        assertThat(field.encoder().retransmitted()).isZero();
        assertNothingIsLost();
    }

    @Test
    void fallsWithinASecondOfADropOfCapacity() {
        run(30);

        second.up().rate(Bitrate.ofKbps(700));
        run(1);

        assertThat(kbps()).isLessThan(3_700);
        assertThat(verdict.cause()).isNotEqualTo(RateCause.GROWING);
        run(20);
        assertThat(meanKbpsOver(20)).isBetween(.8 * 3_700, 3_700.0);
        assertNothingIsLost();
    }

    @Test
    void fallsAtOnceWhenALinkIsLost() {
        run(30);

        second.cut(true);
        run(1);

        assertThat(kbps()).isLessThan(3_000);
        run(10);
        assertThat(meanKbpsOver(20)).isBetween(.85 * 3_000, 3_000.0);
        assertNothingIsLost();
    }

    @Test
    void takesALinkThatReturnsIntoAccount() {
        run(20);
        second.cut(true);
        run(20);

        second.cut(false);
        run(15);

        assertThat(meanKbpsOver(15)).isGreaterThan(.85 * 6_000);
        assertNothingIsLost();
    }

    @Test
    void comesBackAfterAnOutageOfAllLinks() {
        run(20);

        first.cut(true);
        second.cut(true);
        run(20);
        assertThat(kbps()).isLessThan(1_000);
        first.cut(false);
        second.cut(false);
        run(30);

        assertThat(meanKbpsOver(10)).isGreaterThan(.8 * 6_000);
    }

    @ParameterizedTest
    @MethodSource("allControllers")
    void stayWithinWhatLinksCarryAndLoseNothing(BitrateController tried) {
        controller = tried;
        run(40);

        second.up().rate(Bitrate.ofKbps(700));
        run(10);

        assertThat(meanKbpsOver(20)).isBetween(.45 * 3_700, 3_900.0);
        assertThat(field.receiver().lost()).isZero();
    }

    private void assertNothingIsLost() {
        assertThat(field.receiver().lost()).isZero();
        assertThat(field.encoder().connections()).isEqualTo(1);
    }

    private double kbps() {
        return verdict.target().kbps();
    }

    private double meanKbpsOver(int seconds) {
        sum = 0;
        count = 0;
        run(seconds);
        return sum / count;
    }

    private void run(int seconds) {
        field.run(Duration.ofSeconds(seconds));
    }

    private void steer(long now) {
        if (now % 20_000_000 == 0) {
            verdict = controller.on(field.bond().readings(), now);
            field.encoder().bitrate(verdict.target().bitsPerSecond());
            sum += kbps();
            count++;
        }
    }
}
