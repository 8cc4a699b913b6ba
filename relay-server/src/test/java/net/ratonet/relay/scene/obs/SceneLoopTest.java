package net.ratonet.relay.scene.obs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.ratonet.relay.health.HealthInputs;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Links;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.scene.SceneNames;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.relay.scene.SceneTiming;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The whole chain over a real socket: verdict, director, client library, simulated OBS and back.
@Timeout(60)
final class SceneLoopTest {

    private static final SceneRules QUICK =
            SceneRules.of(
                    SceneNames.DEFAULT,
                    new SceneTiming(
                            Duration.ofMillis(100),
                            Duration.ofMillis(100),
                            Duration.ofMillis(100),
                            1));

    private final SimulatedObs obs = SimulatedObs.start("segredo", "LIVE", "BRB", "Banho");
    private final SceneLoop loop =
            loop(new WebSocketObsConnector(ObsTarget.ofOperator(obs.settings(QUICK))));

    @AfterEach
    void stop() {
        loop.close();
        obs.close();
    }

    @Test
    void fallsBackAndRecovers() throws Exception {
        loop.start();

        loop.onHealth(verdict(HealthState.DOWN));
        obs.studio().await(studio -> studio.program().equals("BRB"));
        var fallback = await(SceneStatus::inFallback);
        loop.onHealth(verdict(HealthState.HEALTHY));
        obs.studio().await(studio -> studio.program().equals("LIVE"));

        assertThat(fallback.currentScene()).contains("BRB");
        assertThat(fallback.log().last().orElseThrow().why().english())
                .startsWith("Switched from LIVE to BRB");
    }

    @Test
    void leavesASceneAloneThatSomebodyChose() throws Exception {
        loop.start();
        await(SceneStatus::connected);

        obs.choose("Banho");
        await(status -> status.currentScene().equals(Optional.of("Banho")));
        loop.onHealth(verdict(HealthState.DOWN));
        await(status -> status.log().last().isPresent());

        assertThat(obs.studio().program()).isEqualTo("Banho");
    }

    @Test
    void comesBackWhenObsStartsAgain() throws Exception {
        loop.start();
        await(SceneStatus::connected);
        var port = obs.port();

        obs.close();
        await(status -> !status.connected());
        try (var again = SimulatedObs.startOn(port, "segredo", "LIVE", "BRB")) {
            var back = await(SceneStatus::connected);

            assertThat(back.problems()).isEmpty();
            assertThat(again.clients()).isEqualTo(1);
        }
    }

    @Test
    void doesWhatAPersonAsks() throws Exception {
        obs.studio().add("LIVE", "Mapa");
        loop.start();
        await(SceneStatus::connected);

        var hidden = loop.showSource("LIVE", "Mapa", false).get(20, TimeUnit.SECONDS);
        var restarted = loop.restartMedia("Mapa").get(20, TimeUnit.SECONDS);
        var switched = loop.switchTo("Banho").get(20, TimeUnit.SECONDS);
        var failed = loop.switchTo("Nowhere").get(20, TimeUnit.SECONDS);

        assertThat(List.of(hidden, restarted, switched)).containsOnly(new ObsAnswer.Done());
        assertThat(failed).isInstanceOf(ObsAnswer.Failed.class);
        assertThat(obs.studio().isVisible("LIVE", "Mapa")).isFalse();
        assertThat(obs.studio().program()).isEqualTo("Banho");
    }

    @Test
    void holdsAndReleases() throws Exception {
        loop.start();
        await(SceneStatus::connected);

        loop.hold().get(20, TimeUnit.SECONDS);
        var held = await(SceneStatus::held);
        loop.release().get(20, TimeUnit.SECONDS);
        await(status -> !status.held());
        loop.hold(Duration.ofMillis(200)).get(20, TimeUnit.SECONDS);
        await(SceneStatus::held);
        var over = await(status -> !status.held());

        assertThat(held.currentScene()).contains("LIVE");
        assertThat(over.connected()).isTrue();
    }

    @Test
    void answersEveryRequestWhenItCloses() throws Exception {
        loop.start();
        var answers = new ArrayList<CompletableFuture<ObsAnswer>>();
        for (var request = 0; request < 200; request++) {
            answers.add(loop.showSource("LIVE", "Mapa", true));
        }

        loop.close();
        answers.add(loop.reconnect());

        for (var answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(obs.clients()).isLessThanOrEqualTo(1);
    }

    @Test
    void outlivesAFaultyConnector() throws Exception {
        var faults = new CompletableFuture<Boolean>();
        try (var faulty =
                loop(_ -> {
                    faults.complete(true);
                    throw new IllegalStateException("a bug in the connector");
                })) {
            faulty.start();
            faults.get(20, TimeUnit.SECONDS);

            var answer = faulty.hold().get(20, TimeUnit.SECONDS);

            assertThat(answer).isEqualTo(new ObsAnswer.Done());
        }
    }

    private static SceneLoop loop(ObsConnector connector) {
        return new SceneLoop(
                new StreamerId("rato"),
                QUICK,
                connector,
                Ticker.system(),
                InstantSource.system(),
                new Random(5));
    }

    private SceneStatus await(Predicate<SceneStatus> expected) throws Exception {
        return new AwaitedStatus(loop.status()).await(expected);
    }

    private static HealthVerdict verdict(HealthState state) {
        return new HealthVerdict(
                0,
                state,
                List.of(),
                Duration.ZERO,
                new HealthInputs(Links.UNREPORTED, new Media.Unseen(), Optional.empty()));
    }
}
