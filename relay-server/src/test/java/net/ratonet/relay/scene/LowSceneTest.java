package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LowSceneTest {

    private static final SceneRules RULES = DirectorWorld.rules(DirectorWorld.low(800, 2_500));

    @Test
    void goesThroughTheLowScene() {
        var world = DirectorWorld.live(RULES);

        world.judge(DirectorWorld.measured(500, 50)).pass(Duration.ofSeconds(3));
        world.judge(DirectorWorld.measured(0, 0)).pass(Duration.ofSeconds(3));
        world.judge(DirectorWorld.measured(500, 50)).pass(Duration.ofSeconds(5));
        world.judge(DirectorWorld.measured(4_000, 50)).pass(Duration.ofSeconds(5));

        assertThat(world.switches())
                .extracting(DirectorWorld.Switch::to)
                .containsExactly("LOW", "BRB", "LOW", "LIVE");
    }

    @Test
    void doesNotWaverWithABitrateAroundTheThreshold() {
        var world = DirectorWorld.live(RULES);

        for (var round = 0; round < 60; round++) {
            var kbps = (round / 8) % 2 == 0 ? 780 : 840;
            world.judge(DirectorWorld.measured(kbps, 50)).pass(Duration.ofSeconds(1));
        }

        assertThat(world.switches()).extracting(DirectorWorld.Switch::to).containsExactly("LOW");
    }

    @Test
    void staysLiveOnALowSignalWithoutALowScene() {
        var world = DirectorWorld.live(SceneRules.DEFAULT.with(DirectorWorld.low(800, 2_500)));

        world.judge(DirectorWorld.measured(500, 50)).pass(Duration.ofSeconds(30));

        assertThat(world.switches()).isEmpty();
    }
}
