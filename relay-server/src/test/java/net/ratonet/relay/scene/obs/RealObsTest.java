package net.ratonet.relay.scene.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The chain against the program that streamers run. One test, because each start of OBS takes
/// seconds.
@Tag("obs")
@Timeout(90)
final class RealObsTest {

    private static final SceneRules QUICK =
            SceneRules.of(
                    SceneNames.DEFAULT,
                    new SceneTiming(
                            Duration.ofMillis(200),
                            Duration.ofMillis(200),
                            Duration.ofMillis(100),
                            1));

    @Test
    void directsTheScenesOfARealObs(@TempDir Path directory) throws Exception {
        assumeTrue(RealObs.isInstalled(), "obs and Xvfb are not on the PATH");
        try (var obs = RealObs.start(directory);
                var loop = loop(obs)) {
            refusesAWrongPassword(obs);
            var status = new AwaitedStatus(loop.status());
            loop.start();
            status.await(SceneStatus::connected);

            fallsBackAndRecovers(loop, status);
            leavesAPrivateSceneAlone(loop, obs, status);
            doesWhatAPersonAsks(loop);
            noticesThatObsQuits(obs, status);
        }
    }

    private static void refusesAWrongPassword(RealObs obs) {
        var stranger = new WebSocketObsConnector(ObsTarget.ofOperator(obs.settingsWith("wrong")));

        assertThatExceptionOfType(ObsUnreachableException.class)
                .isThrownBy(() -> stranger.connect(new DeafListener()))
                .satisfies(refusal ->
                        assertThat(refusal.closure()).isEqualTo(new ObsClosure.WrongPassword()));
    }

    private static void fallsBackAndRecovers(SceneLoop loop, AwaitedStatus status)
            throws Exception {
        assertThat(loop.status().get().currentScene()).contains("LIVE");
        assertThat(loop.status().get().problems()).isEmpty();

        loop.onHealth(verdict(HealthState.DOWN));
        status.await(SceneStatus::inFallback);
        loop.onHealth(verdict(HealthState.HEALTHY));
        status.await(shown -> shown.currentScene().equals(Optional.of("LIVE")));
    }

    /// A second session chooses the scene, so the loop has to hear of it from OBS.
    private static void leavesAPrivateSceneAlone(SceneLoop loop, RealObs obs, AwaitedStatus status)
            throws Exception {
        try (var person =
                new WebSocketObsConnector(ObsTarget.ofOperator(obs.settings(QUICK)))
                        .connect(new DeafListener())) {
            person.switchTo("Banho");
            status.await(shown -> shown.currentScene().equals(Optional.of("Banho")));
            var decisions = loop.status().get().log().entries().size();

            loop.onHealth(verdict(HealthState.DOWN));
            status.await(shown -> shown.log().entries().size() > decisions);

            assertThat(person.look().scene()).isEqualTo("Banho");
        }
    }

    private static void doesWhatAPersonAsks(SceneLoop loop) throws Exception {
        assertThat(loop.showSource("LIVE", "Mapa", false).get()).isEqualTo(new ObsAnswer.Done());
        assertThat(loop.showSource("LIVE", "Mapa", true).get()).isEqualTo(new ObsAnswer.Done());
        assertThat(loop.showSource("LIVE", "Nothing", true).get())
                .isInstanceOf(ObsAnswer.Failed.class);
        assertThat(loop.switchTo("Nowhere").get()).isInstanceOf(ObsAnswer.Failed.class);
        assertThat(loop.switchTo("LIVE").get()).isEqualTo(new ObsAnswer.Done());
    }

    private static void noticesThatObsQuits(RealObs obs, AwaitedStatus status) throws Exception {
        obs.quit();

        var away = status.await(shown -> !shown.connected());

        assertThat(away.problems()).isNotEmpty();
    }

    private static SceneLoop loop(RealObs obs) {
        return new SceneLoop(
                new StreamerId("rato"),
                QUICK,
                new WebSocketObsConnector(ObsTarget.ofOperator(obs.settings(QUICK))),
                Ticker.system(),
                InstantSource.system(),
                new Random(5));
    }

    private static HealthVerdict verdict(HealthState state) {
        return new HealthVerdict(
                0,
                state,
                List.of(),
                Duration.ZERO,
                new HealthInputs(Links.UNREPORTED, new Media.Unseen(), Optional.empty()));
    }

    /// For a session that only asks.
    private static final class DeafListener implements ObsListener {
        @Override
        public void onSceneChanged(String scene) {}

        @Override
        public void onStreamingChanged(boolean streaming) {}

        @Override
        public void onClosed(ObsClosure closure) {}
    }
}
