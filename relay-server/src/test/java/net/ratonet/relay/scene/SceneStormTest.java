package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.ratonet.relay.health.Sentence;
import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens in whatever order, the promises to viewers hold.
final class SceneStormTest {

    private static final List<String> SCENES =
            List.of("LIVE", "LOW", "BRB", "LIVE", "BRB", "Shower", "Starting");
    private static final List<HealthState> STATES = List.of(HealthState.values());
    private static final Duration DWELL = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void switchesAtMostOncePerDwellAndOnlyFromConfiguredScenes(long seed) {
        var random = new Random(seed);
        var timing =
                new SceneTiming(
                        Duration.ofMillis(random.nextInt(3_000)),
                        Duration.ofMillis(random.nextInt(3_000)),
                        DWELL,
                        1 + random.nextInt(3));
        var rules = DirectorWorld.rules(DirectorWorld.low(800, 2_500)).with(timing);
        var world = DirectorWorld.live(rules);

        for (var round = 0; round < 5_000; round++) {
            var event = random.nextInt(10) == 0 ? any(random) : weather(round);
            world.advance(Duration.ofMillis(random.nextInt(400))).hear(event);
        }

        assertThat(world.switches()).hasSizeGreaterThan(20);
        assertThat(world.switches())
                .allMatch(made -> rules.scenes().isSwitchable(made.from()))
                .allMatch(made -> rules.scenes().isSwitchable(made.to()))
                .noneMatch(made -> made.from().equals(made.to()));
        assertThatGapsAreAtLeastTheDwell(world.switches());
        assertThat(world.state().log().entries()).hasSizeLessThanOrEqualTo(DecisionLog.CAPACITY);
    }

    private static void assertThatGapsAreAtLeastTheDwell(List<DirectorWorld.Switch> switches) {
        for (var index = 1; index < switches.size(); index++) {
            var gap = switches.get(index).at().minus(switches.get(index - 1).at());
            assertThat(gap).isGreaterThanOrEqualTo(DWELL);
        }
    }

    /// A signal that comes and goes every few seconds.
    private static SceneEvent weather(int round) {
        var state = round / 60 % 2 == 0 ? HealthState.DOWN : HealthState.HEALTHY;
        return new SceneEvent.SignalJudged(DirectorWorld.signal(state));
    }

    private static SceneEvent any(Random random) {
        return switch (random.nextInt(24)) {
            case 0 -> new SceneEvent.SceneChanged(SCENES.get(random.nextInt(SCENES.size())));
            case 1 -> new SceneEvent.ObsConnected(SCENES.get(random.nextInt(SCENES.size())), true);
            case 2 -> random.nextInt(20) == 0 ? new SceneEvent.ObsLost() : new SceneEvent.Tick();
            case 3 ->
                    random.nextInt(20) == 0
                            ? new SceneEvent.HoldAsked(Optional.of(Duration.ofSeconds(3)))
                            : new SceneEvent.ReleaseAsked();
            case 4 -> new SceneEvent.StreamingChanged(random.nextBoolean());
            case 5 ->
                    new SceneEvent.OrderFailed(
                            new SceneOrder("LIVE", "BRB"), new Sentence("não", "no"));
            case 6, 7, 8, 9, 10, 11 ->
                    new SceneEvent.SignalJudged(
                            DirectorWorld.measured(random.nextInt(1_600), random.nextInt(3_000)));
            case 12, 13, 14, 15 ->
                    new SceneEvent.SignalJudged(
                            DirectorWorld.signal(
                                    STATES.get(random.nextInt(4)),
                                    Duration.ofMillis(random.nextInt(5_000))));
            default -> new SceneEvent.Tick();
        };
    }
}
