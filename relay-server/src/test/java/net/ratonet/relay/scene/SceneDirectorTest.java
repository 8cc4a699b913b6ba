package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.SceneDecision.Outcome;
import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SceneDirectorTest {

    private static final SceneRules RULES = SceneRules.DEFAULT;

    @ParameterizedTest
    @EnumSource(names = {"CRITICAL", "DOWN"})
    void goesToTheFallbackSceneThreeSecondsAfterTheStateTurned(HealthState bad) {
        var world = DirectorWorld.live(RULES);

        world.judge(bad).pass(Duration.ofMillis(2_900));
        var before = world.scene();
        world.pass(DirectorWorld.TICK);

        assertThat(before).isEqualTo("LIVE");
        assertThat(world.scene()).isEqualTo("BRB");
    }

    @ParameterizedTest
    @EnumSource(names = {"HEALTHY", "DEGRADED"})
    void comesBackFiveSecondsAfterTheStateTurned(HealthState good) {
        var world = DirectorWorld.brb(RULES);

        world.judge(good).pass(Duration.ofMillis(4_900));
        var before = world.scene();
        world.pass(DirectorWorld.TICK);

        assertThat(before).isEqualTo("BRB");
        assertThat(world.scene()).isEqualTo("LIVE");
    }

    @Test
    void cancelsAPendingSwitchWhenTheStateTurns() {
        var world = DirectorWorld.live(RULES);

        world.judge(HealthState.DOWN).pass(Duration.ofMillis(2_900));
        world.judge(HealthState.HEALTHY).pass(Duration.ofSeconds(10));

        assertThat(world.switches()).isEmpty();
        assertThat(world.lastDecision().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void countsTheDelayFromWhenTheSignalWasLost() {
        var world = DirectorWorld.live(RULES);

        world.judge(DirectorWorld.signal(HealthState.DOWN, Duration.ofSeconds(2)))
                .pass(Duration.ofSeconds(1));

        assertThat(world.scene()).isEqualTo("BRB");
    }

    @Test
    void doesNothingWhileObsIsAway() {
        var world = new DirectorWorld(RULES);

        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(10));

        assertThat(world.switches()).isEmpty();
        assertThat(world.state().log().entries()).isEmpty();
    }

    @Test
    void catchesUpWhenObsArrivesDuringAnOutage() {
        var world = new DirectorWorld(RULES);
        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(10));

        world.hear(new SceneEvent.ObsConnected("LIVE", true)).pass(Duration.ofSeconds(2));

        assertThat(world.scene()).isEqualTo("BRB");
    }

    @Test
    void neverLeavesASceneThatItIsNotConfiguredFor() {
        var world = DirectorWorld.live(RULES);
        world.hear(new SceneEvent.SceneChanged("Shower"));

        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(30));

        assertThat(world.switches()).isEmpty();
        assertThat(world.lastDecision().outcome()).isEqualTo(Outcome.FOREIGN_SCENE);
    }

    @Test
    void movesAgainOnceAPersonHasLeftThePrivateScene() {
        var world = DirectorWorld.live(RULES);
        world.hear(new SceneEvent.SceneChanged("Shower"));
        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(30));

        world.hear(new SceneEvent.SceneChanged("LIVE")).pass(Duration.ofSeconds(3));

        assertThat(world.scene()).isEqualTo("BRB");
    }

    @Test
    void staysWhereItIsHeldUntilReleased() {
        var world = DirectorWorld.live(RULES);
        world.hear(new SceneEvent.HoldAsked(Optional.empty()));
        world.judge(HealthState.DOWN).pass(Duration.ofMinutes(2));
        var held = world.lastDecision().outcome();

        world.hear(new SceneEvent.ReleaseAsked());

        assertThat(held).isEqualTo(Outcome.HELD);
        assertThat(world.scene()).isEqualTo("BRB");
    }

    @Test
    void releasesAHoldWhenItsTimeIsOver() {
        var world = DirectorWorld.live(RULES);
        world.hear(new SceneEvent.HoldAsked(Optional.of(Duration.ofSeconds(20))));
        world.judge(HealthState.DOWN).pass(Duration.ofMillis(19_900));
        var before = world.scene();

        world.pass(DirectorWorld.TICK);

        assertThat(before).isEqualTo("LIVE");
        assertThat(world.scene()).isEqualTo("BRB");
    }

    @Test
    void staysAtLeastTheDwellInEachScene() {
        var eager = new SceneTiming(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(4), 1);
        var world = DirectorWorld.live(RULES.with(eager));
        world.judge(HealthState.DOWN);

        world.judge(HealthState.HEALTHY).pass(Duration.ofMillis(3_900));
        var before = world.scene();
        world.pass(DirectorWorld.TICK);

        assertThat(before).isEqualTo("BRB");
        assertThat(world.scene()).isEqualTo("LIVE");
    }

    @Test
    void waitsForAsManyEqualVerdictsAsConfigured() {
        var careful = new SceneTiming(Duration.ZERO, Duration.ZERO, Duration.ZERO, 3);
        var world = DirectorWorld.live(RULES.with(careful));

        world.judge(HealthState.DOWN).judge(HealthState.DOWN).pass(Duration.ofSeconds(30));
        var before = world.scene();
        world.judge(HealthState.DOWN);

        assertThat(before).isEqualTo("LIVE");
        assertThat(world.scene()).isEqualTo("BRB");
    }

    @Test
    void startsToCountAgainWhenAVerdictDisagrees() {
        var careful = new SceneTiming(Duration.ZERO, Duration.ZERO, Duration.ZERO, 3);
        var world = DirectorWorld.live(RULES.with(careful));

        world.judge(HealthState.DOWN).judge(HealthState.DOWN).judge(HealthState.HEALTHY);
        world.judge(HealthState.DOWN).judge(HealthState.DOWN);

        assertThat(world.scene()).isEqualTo("LIVE");
    }

    @Test
    void comesBackAtOnceWhenToldTo() {
        var world = DirectorWorld.brb(RULES.with(new SceneOptions(true, false, true, false)));

        world.judge(HealthState.DEGRADED);

        assertThat(world.scene()).isEqualTo("LIVE");
    }

    @Test
    void leavesAnObsAloneThatIsNotStreaming() {
        var world = DirectorWorld.live(RULES.with(new SceneOptions(true, true, false, false)));
        world.hear(new SceneEvent.StreamingChanged(false));
        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(10));
        var idle = world.lastDecision().outcome();

        world.hear(new SceneEvent.StreamingChanged(true));

        assertThat(idle).isEqualTo(Outcome.NOT_STREAMING);
        assertThat(world.scene()).isEqualTo("BRB");
    }

    @Test
    void doesNotSwitchWhenSwitchedOff() {
        var world = DirectorWorld.live(RULES.with(new SceneOptions(false, false, false, false)));

        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(10));

        assertThat(world.switches()).isEmpty();
        assertThat(world.lastDecision().outcome()).isEqualTo(Outcome.SWITCHED_OFF);
    }

    @Test
    void leavesTheStartingSceneOnceASignalIsThere() {
        var rules =
                SceneRules.of(SceneNames.DEFAULT.withStarting("Soon"), SceneTiming.DEFAULT)
                        .with(new SceneOptions(true, false, false, true));
        var world = new DirectorWorld(rules);
        world.hear(new SceneEvent.ObsConnected("Soon", true));

        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(30));
        var before = world.scene();
        world.judge(HealthState.HEALTHY).pass(Duration.ofSeconds(5));

        assertThat(before).isEqualTo("Soon");
        assertThat(world.scene()).isEqualTo("LIVE");
    }

    @Test
    void triesAFailedSwitchAgainAfterTheDwellAndNotesItOnce() {
        var world = DirectorWorld.live(RULES);
        var refusal = new Sentence("não", "no");
        world.judge(HealthState.DOWN).pass(Duration.ofSeconds(3));

        for (var round = 0; round < 5; round++) {
            world.hear(new SceneEvent.OrderFailed(new SceneOrder("LIVE", "BRB"), refusal));
            world.pass(Duration.ofSeconds(2));
        }
        world.hear(new SceneEvent.OrderFailed(new SceneOrder("LIVE", "BRB"), refusal));

        assertThat(world.switches()).hasSize(6);
        assertThat(world.state().log().entries())
                .extracting(SceneDecision::outcome)
                .containsExactly(Outcome.WAITS_FOR_DELAY, Outcome.FAILED);
    }

    @Test
    void saysInBothLanguagesWhyItSwitched() {
        var world = DirectorWorld.brb(RULES);

        var why = world.lastDecision().why();

        assertThat(why.in(Language.ENGLISH)).isEqualTo("Switched from LIVE to BRB: Stream offline");
        assertThat(why.in(Language.PORTUGUESE))
                .isEqualTo("Trocou de LIVE para BRB: Stream offline");
    }

    @Test
    void saysInBothLanguagesWhyItDidNotSwitch() {
        var world = DirectorWorld.live(RULES);
        world.hear(new SceneEvent.SceneChanged("Shower"));
        world.judge(HealthState.DOWN);

        var why = world.lastDecision().why();

        assertThat(why.in(Language.ENGLISH))
                .isEqualTo("Did not switch to BRB: scene Shower is not a configured one");
        assertThat(why.in(Language.PORTUGUESE))
                .isEqualTo("Não trocou para BRB: a cena Shower não é uma das configuradas");
    }

    @Test
    void notesASwitchEachTimeItHappens() {
        var eager = new SceneTiming(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
        var world = DirectorWorld.live(RULES.with(eager));
        world.judge(HealthState.DOWN);
        world.hear(new SceneEvent.SceneChanged("LIVE"));

        assertThat(world.state().log().entries())
                .extracting(SceneDecision::outcome)
                .containsExactly(Outcome.SWITCHED, Outcome.SWITCHED);
    }

    @Test
    void keepsABoundedLog() {
        var eager = new SceneTiming(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
        var world = DirectorWorld.live(RULES.with(eager));

        for (var round = 0; round < 200; round++) {
            world.judge(HealthState.DOWN).judge(HealthState.HEALTHY);
        }

        assertThat(world.state().log().entries()).hasSize(DecisionLog.CAPACITY);
        assertThat(world.lastDecision().wanted()).isEqualTo("LIVE");
    }
}
