package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import net.ratonet.relay.health.HealthInputs;
import net.ratonet.relay.health.HealthJudge;
import net.ratonet.relay.health.HealthMemory;
import net.ratonet.relay.health.HealthRules;
import net.ratonet.relay.health.Links;
import net.ratonet.relay.health.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Health and scenes together, with all defaults: from the last media byte to what viewers see.
final class SignalLossTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final DirectorWorld world = DirectorWorld.live(SceneRules.DEFAULT);
    private final HealthJudge judge = new HealthJudge(HealthRules.DEFAULT);
    private HealthMemory memory = HealthMemory.FRESH;

    /// N-23, with the first relay's interval and delays.
    @ParameterizedTest
    @ValueSource(ints = {0, 200, 400, 500, 600, 800, 1_000, 1_200, 1_500, 1_700, 1_900})
    void showsBrbWithinFourSecondsOfTheLastByte(int phaseMillis) {
        play(LONG, Duration.ofSeconds(2), Duration.ofDays(1), Duration.ZERO);
        var start = world.elapsed();
        var loss = Duration.ofMillis(phaseMillis);

        play(Duration.ofSeconds(10), Duration.ofSeconds(2), loss, Duration.ofDays(1));

        assertThat(world.switches()).hasSize(1);
        assertThat(world.switches().getFirst().at().minus(start).minus(loss))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void doesNotMoveOnAOneSecondGap() {
        var random = new Random(23);
        for (var gap = 0; gap < 50; gap++) {
            var loss = Duration.ofMillis(5_000 + 100L * random.nextInt(20));

            play(Duration.ofSeconds(10), Duration.ofSeconds(2), loss, Duration.ofSeconds(1));
        }

        assertThat(world.switches()).isEmpty();
    }

    @Test
    void movesOnceEachWayOverALongOutage() {
        play(LONG, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(12));

        assertThat(world.switches())
                .extracting(DirectorWorld.Switch::to)
                .containsExactly("BRB", "LIVE");
    }

    /// Plays a signal that is lost once, and judges it at each interval.
    private void play(Duration total, Duration interval, Duration lossAt, Duration lossFor) {
        for (var at = Duration.ZERO; at.compareTo(total) < 0; at = at.plus(DirectorWorld.TICK)) {
            world.pass(DirectorWorld.TICK);
            var played = at.plus(DirectorWorld.TICK);
            if (played.toMillis() % interval.toMillis() == 0) {
                judge(played.minus(lossAt), lossFor);
            }
        }
    }

    private void judge(Duration sinceLoss, Duration lossFor) {
        var lost = sinceLoss.isPositive() && sinceLoss.compareTo(lossFor) < 0;
        var media =
                lost
                        ? new Media.Connected(0, 50, 0, sinceLoss)
                        : new Media.Connected(4_000, 50, 0, Duration.ZERO);
        var inputs = new HealthInputs(Links.UNREPORTED, media, Optional.empty());
        var step = judge.judge(memory, inputs, world.now().nanos());
        memory = step.next();
        world.judge(SceneSignal.of(step.verdict()));
    }
}
