package net.ratonet.station.bonding.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.ratonet.shared.telemetry.Bitrate;
import org.junit.jupiter.api.Test;

final class BitrateControllerTest {

    private static final long STEP = 20_000_000;
    private static final RateLimits LIMITS =
            new RateLimits(Bitrate.ofKbps(300), Bitrate.ofKbps(6_000), 2_000);

    private long now = -1_000 * STEP;

    @Test
    void limitsATargetThatNobodyHasTried() {
        assertThat(BitrateController.limit(6e6, 500_000)).isEqualTo(1_500_000);
        assertThat(BitrateController.limit(6e6, 2_000_000)).isEqualTo(3_400_000);
        assertThat(BitrateController.limit(1e6, 2_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void reachTheCeilingOnGoodLinksAndSaySo() {
        for (var controller : all()) {
            var verdict = run(controller, good(6_000_000), 6_000);

            assertThat(verdict.target()).isEqualTo(LIMITS.ceiling());
            assertThat(verdict.cause()).isEqualTo(RateCause.CEILING);
        }
    }

    @Test
    void riseEvenWhereTheRoundTripIsUnknown() {
        for (var controller : all()) {
            run(controller, jammed(), 500);
            var low = run(controller, jammed(), 1).target();

            var verdict = run(controller, without(good(6_000_000)), 3_000);

            assertThat(verdict.target()).isGreaterThan(low);
        }
    }

    @Test
    void goDownToTheFloorAndSayWhy() {
        for (var controller : all()) {
            run(controller, good(6_000_000), 500);

            var verdict = run(controller, jammed(), 1_000);

            assertThat(verdict.target()).isEqualTo(LIMITS.floor());
            assertThat(verdict.cause()).isEqualTo(RateCause.FLOOR);
        }
    }

    @Test
    void capsAtWhatTheOtherLinksCarryWhenOneIsLost() {
        var rato = new Rato(LIMITS);
        run(rato, good(6_000_000), 2_000);

        var verdict =
                run(rato, new RateReadings(60, 90, 5, 5_000_000, 5_000_000, 0, 2_000_000, 1), 1);

        assertThat(verdict).isEqualTo(new RateVerdict(new Bitrate(1_800_000), RateCause.LINK_LOST));
    }

    @Test
    void namesTheCauseThatHoldsItBack() {
        assertThat(fallOf(new RateReadings(60, 90, 200, 5_000_000, 4_000_000, 0, 9_000_000, 2)))
                .isEqualTo(RateCause.RTT);
        assertThat(fallOf(new RateReadings(900, 90, 5, 5_000_000, 4_000_000, 0, 9_000_000, 2)))
                .isEqualTo(RateCause.IN_FLIGHT);
        assertThat(fallOf(new RateReadings(60, 90, 5, 5_000_000, 4_000_000, .2, 9_000_000, 2)))
                .isEqualTo(RateCause.LOSS);
    }

    @Test
    void takesALittleRadioLossForGranted() {
        var verdict =
                run(
                        new Rato(LIMITS),
                        new RateReadings(60, 90, 5, 6_000_000, 6_000_000, .03, 9_000_000, 2),
                        2_000);

        assertThat(verdict.cause()).isEqualTo(RateCause.CEILING);
    }

    @Test
    void isLiftedByAKick() {
        var rato = new Rato(LIMITS);
        run(rato, good(6_000_000), 2_000);
        run(rato, new RateReadings(60, 90, 200, 2_000_000, 2_000_000, 0, 9_000_000, 2), 20);
        var held = run(rato, jammed(), 1);

        rato.kick(now);

        assertThat(run(rato, good(3_000_000), 1).target()).isGreaterThan(held.target());
        assertThat(run(rato, good(3_000_000), 1).cause()).isEqualTo(RateCause.GROWING);
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimits(Bitrate.ofKbps(900), Bitrate.ofKbps(800), 2_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimits(Bitrate.ZERO, Bitrate.ofKbps(800), 2_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimits(Bitrate.ofKbps(1), Bitrate.ofKbps(8), 0));
    }

    private RateCause fallOf(RateReadings readings) {
        var rato = new Rato(LIMITS);
        run(rato, good(6_000_000), 2_000);
        return run(rato, readings, 30).cause();
    }

    private RateVerdict run(BitrateController controller, RateReadings readings, int steps) {
        var verdict = controller.on(readings, now);
        for (var i = 1; i < steps; i++) {
            now += STEP;
            verdict = controller.on(readings, now);
        }
        now += STEP;
        return verdict;
    }

    private static List<BitrateController> all() {
        return List.of(new Rato(LIMITS), new Belabox(LIMITS), new Fight(LIMITS, FightPreset.SLOW));
    }

    private static RateReadings good(long bitsPerSecond) {
        return new RateReadings(50, 80, 0, bitsPerSecond, bitsPerSecond, 0, 2 * bitsPerSecond, 2);
    }

    private static RateReadings without(RateReadings rtt) {
        return new RateReadings(
                rtt.packetsInFlight(),
                0,
                rtt.queueMs(),
                rtt.sentBitsPerSecond(),
                rtt.deliveredBitsPerSecond(),
                rtt.lossShare(),
                rtt.capacityBitsPerSecond(),
                rtt.healthyLinks());
    }

    private static RateReadings jammed() {
        return new RateReadings(2_000, 1_500, 900, 300_000, 100_000, .3, 200_000, 2);
    }
}
