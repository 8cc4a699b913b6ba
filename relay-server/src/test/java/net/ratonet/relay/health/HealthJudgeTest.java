package net.ratonet.relay.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.api.Test;

final class HealthJudgeTest {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final HealthWorld world = new HealthWorld(HealthRules.DEFAULT);

    @Test
    void startsDown() {
        assertThat(HealthMemory.FRESH.state()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void showsTheIntegerMeanOfTheLastFiveScores() {
        var bad = new Media.Connected(1_500, 150, 2, Duration.ZERO);
        world.judgeGoodFor(7, INTERVAL);

        var first = world.judge(new Links(3, 4, 60), bad);
        var second = world.judge(new Links(3, 4, 60), bad);

        assertThat(first.score()).isEqualTo((4 * 100 + 55) / 5);
        assertThat(second.score()).isEqualTo((3 * 100 + 2 * 55) / 5);
    }

    /// the first relay went to DEGRADED and stayed there.
    @Test
    void goesDownWhenTheSignalStops() {
        world.judgeGoodFor(10, INTERVAL);

        var verdict =
                world.after(INTERVAL)
                        .judge(HealthWorld.ALL_LINKS, HealthWorld.absent(Duration.ofMillis(1_900)));

        assertThat(verdict.state()).isEqualTo(HealthState.DOWN);
        assertThat(verdict.score()).isZero();
        assertThat(verdict.lostFor()).isEqualTo(Duration.ofMillis(1_900));
    }

    @Test
    void goesDownWhenASessionStaysOpenButItsMediaIsSilent() {
        world.judgeGoodFor(10, INTERVAL);

        var verdict =
                world.judge(HealthWorld.ALL_LINKS, HealthWorld.media(4_000, Duration.ofSeconds(2)));

        assertThat(verdict.state()).isEqualTo(HealthState.DOWN);
        assertThat(verdict.reasons())
                .extracting(reason -> reason.text(Language.PORTUGUESE))
                .containsExactly("Conectado, mas sem mídia há 2,0 s");
    }

    @Test
    void isDownWhileConnectedWithZeroKilobits() {
        world.judgeGoodFor(10, INTERVAL);

        world.after(INTERVAL).judge(HealthWorld.ALL_LINKS, HealthWorld.media(0, Duration.ZERO));
        var verdict =
                world.after(INTERVAL)
                        .judge(HealthWorld.ALL_LINKS, HealthWorld.media(0, Duration.ZERO));

        assertThat(verdict.state()).isEqualTo(HealthState.DOWN);
        assertThat(verdict.lostFor()).isEqualTo(INTERVAL);
    }

    @Test
    void isDownWhileANewConnectionHasCarriedNothing() {
        var verdict = world.judge(HealthWorld.ALL_LINKS, HealthWorld.media(0, Duration.ZERO));

        assertThat(verdict.state()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void staysHealthyOverOneMissedReading() {
        world.judgeGoodFor(10, INTERVAL);

        var missed =
                world.after(INTERVAL)
                        .judge(HealthWorld.ALL_LINKS, HealthWorld.media(0, Duration.ofMillis(900)));
        var back = world.after(INTERVAL).judge(HealthWorld.ALL_LINKS, HealthWorld.good());

        assertThat(missed.state()).isEqualTo(HealthState.HEALTHY);
        assertThat(back.state()).isEqualTo(HealthState.HEALTHY);
    }

    @Test
    void keepsItsVerdictWhileAnEncoderReconnectsWithinASecond() {
        var before = world.judgeGoodFor(10, INTERVAL);

        var verdict = world.judge(HealthWorld.ALL_LINKS, HealthWorld.absent(Duration.ofSeconds(1)));

        assertThat(verdict.state()).isEqualTo(before.state());
        assertThat(verdict.score()).isEqualTo(before.score());
    }

    @Test
    void judgesAReturnedSignalByItself() {
        world.judgeGoodFor(10, INTERVAL);
        world.judge(HealthWorld.ALL_LINKS, HealthWorld.absent(Duration.ofSeconds(30)));

        var verdict = world.judge(HealthWorld.ALL_LINKS, HealthWorld.good());

        assertThat(verdict.state()).isEqualTo(HealthState.HEALTHY);
        assertThat(verdict.score()).isEqualTo(100);
        assertThat(verdict.lostFor()).isZero();
    }

    /// panel, map and overlay showed 100 and healthy for ever.
    @Test
    void doesNotCallAPhoneThatOnlySendsItsPositionHealthy() {
        var verdict =
                world.judge(
                        new HealthInputs(
                                Links.UNREPORTED,
                                Media.Absent.NEVER_SEEN,
                                Optional.of(Duration.ZERO)));

        assertThat(verdict.state()).isEqualTo(HealthState.DOWN);
        assertThat(verdict.toStreamHealth(Language.PORTUGUESE).message())
                .isEqualTo("Stream offline");
        assertThat(verdict.reasons())
                .extracting(reason -> reason.text(Language.ENGLISH))
                .containsExactly("No stream is running");
    }

    @Test
    void judgesAStationByItsLinksWhereTheMediaGoesPastTheRelay() {
        var verdict = world.judge(new Links(1, 4, 40), new Media.Unseen());

        assertThat(verdict.score()).isEqualTo(55);
        assertThat(verdict.state()).isEqualTo(HealthState.DEGRADED);
    }

    @Test
    void goesDownWithAStationWhoseMediaGoesPastTheRelay() {
        world.judge(HealthWorld.ALL_LINKS, new Media.Unseen());

        var verdict =
                world.judge(
                        new HealthInputs(
                                HealthWorld.ALL_LINKS,
                                new Media.Unseen(),
                                Optional.of(Duration.ofSeconds(15))));

        assertThat(verdict.state()).isEqualTo(HealthState.DOWN);
        assertThat(verdict.reasons())
                .extracting(HealthReason::cause)
                .containsExactly(HealthReason.Cause.AGENT_GONE);
    }

    @Test
    void doesNotFlickerAroundAThreshold() {
        var world = new HealthWorld(oneSample(new HealthThresholds(74, 40, 10)));
        var states = new HashSet<HealthState>();

        for (var round = 0; round < 10; round++) {
            states.add(world.judge(HealthWorld.ALL_LINKS, connected(900, 0)).state());
            states.add(world.judge(HealthWorld.ALL_LINKS, connected(4_000, 6)).state());
        }

        assertThat(states).containsExactly(HealthState.DEGRADED);
    }

    @Test
    void keepsScoreAndStateInRangeWhateverArrives() {
        var random = new Random(24);

        for (var round = 0; round < 2_000; round++) {
            var verdict = world.after(Duration.ofMillis(random.nextInt(3_000))).judge(any(random));

            assertThat(verdict.score()).isBetween(0, 100);
            assertThat(verdict.lostFor()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(verdict.toStreamHealth(Language.ENGLISH).state()).isEqualTo(verdict.state());
        }
    }

    private static HealthRules oneSample(HealthThresholds thresholds) {
        return new HealthRules(thresholds, 1, 3, Duration.ofMillis(1_500), Duration.ofSeconds(15));
    }

    private static Media connected(double kbps, double lossPct) {
        return new Media.Connected(kbps, 0, lossPct, Duration.ZERO);
    }

    private static HealthInputs any(Random random) {
        var total = random.nextInt(5);
        var links = new Links(random.nextInt(total + 1), total, random.nextInt(101));
        var silence = Duration.ofMillis(random.nextInt(4_000));
        Media media =
                switch (random.nextInt(4)) {
                    case 0 -> new Media.Unseen();
                    case 1 -> HealthWorld.absent(silence);
                    case 2 -> Media.Absent.NEVER_SEEN;
                    default ->
                            new Media.Connected(
                                    random.nextInt(6_000),
                                    random.nextInt(400),
                                    random.nextInt(20),
                                    silence);
                };
        return new HealthInputs(links, media, Optional.of(silence).filter(_ -> total > 1));
    }
}
