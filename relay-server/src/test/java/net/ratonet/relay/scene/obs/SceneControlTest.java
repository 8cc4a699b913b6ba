package net.ratonet.relay.scene.obs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.ratonet.relay.health.HealthInputs;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Links;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.SceneDecision;
import net.ratonet.relay.scene.SceneEvent;
import net.ratonet.relay.scene.SceneOptions;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class SceneControlTest {

    private final FakeTicker ticker = new FakeTicker();
    private final FakeObs obs = new FakeObs("LIVE", "BRB", "Banho");
    private final List<ObsNews> news = new ArrayList<>();
    private final SceneControl control = control(SceneRules.DEFAULT);

    @Test
    void switchesWhenHealthSaysSo() {
        pass(Duration.ofSeconds(5));

        judge(HealthState.DOWN);
        pass(Duration.ofSeconds(3));

        assertThat(obs.orders()).containsExactly("scene BRB");
        assertThat(control.status().inFallback()).isTrue();
        assertThat(control.status().currentScene()).contains("BRB");
    }

    @Test
    void runsOnWithoutObs() {
        obs.refuses(lost());

        judge(HealthState.DOWN);
        pass(Duration.ofMinutes(1));

        assertThat(control.status().connected()).isFalse();
        assertThat(control.status().problems())
                .extracting(Sentence::english)
                .containsExactly("No connection to OBS: gone");
    }

    @Test
    void knocksForEverAndCatchesUpWhenObsOpens() {
        obs.refuses(lost());
        judge(HealthState.DOWN);
        pass(Duration.ofHours(1));
        var triesInAnHour = obs.tries();

        obs.accepts();
        pass(Duration.ofSeconds(40));

        assertThat(triesInAnHour).isBetween(100, 200);
        assertThat(obs.scene()).isEqualTo("BRB");
        assertThat(control.status().problems()).isEmpty();
    }

    @Test
    void connectsAgainAfterAnOutageOfObs() {
        pass(Duration.ofSeconds(1));

        obs.goesAway(lost());
        pass(Duration.ofSeconds(2));

        assertThat(obs.tries()).isEqualTo(2);
        assertThat(obs.openConnections()).isEqualTo(1);
        assertThat(control.status().connected()).isTrue();
    }

    @Test
    void staysAwayOnceSentAwayUntilAPersonAsks() {
        pass(Duration.ofSeconds(1));
        obs.goesAway(new ObsClosure.Kicked());
        pass(Duration.ofHours(1));
        var away = control.status();

        control.reconnect();
        pass(Duration.ofSeconds(1));

        assertThat(away.connected()).isFalse();
        assertThat(away.problems()).containsExactly(new ObsClosure.Kicked().sentence());
        assertThat(obs.tries()).isEqualTo(2);
        assertThat(control.status().connected()).isTrue();
    }

    @Test
    void triesAWrongPasswordOnceAMinute() {
        obs.refuses(new ObsClosure.WrongPassword());

        pass(Duration.ofMinutes(10));

        assertThat(obs.tries()).isBetween(8, 13);
    }

    @Test
    void ignoresTheLastWordsOfAnOldConnection() {
        pass(Duration.ofSeconds(1));
        var old = obs.ear();
        obs.goesAway(lost());
        pass(Duration.ofSeconds(2));

        old.onClosed(new ObsClosure.Kicked());
        pass(Duration.ofSeconds(1));

        assertThat(control.status().connected()).isTrue();
    }

    @Test
    void respectsAPrivateSceneWhoseNewsIsStillOnItsWay() {
        pass(Duration.ofSeconds(4));
        judge(HealthState.DOWN);
        pass(Duration.ofMillis(2_900));

        obs.chooseUnheard("Banho");
        pass(Duration.ofSeconds(10));

        assertThat(obs.orders()).isEmpty();
        assertThat(obs.scene()).isEqualTo("Banho");
        assertThat(lastDecision().outcome()).isEqualTo(SceneDecision.Outcome.FOREIGN_SCENE);
    }

    @Test
    void noticesASceneWhoseNewsWasLost() {
        pass(Duration.ofSeconds(1));

        obs.chooseUnheard("Banho");
        pass(Duration.ofSeconds(5));

        assertThat(control.status().currentScene()).contains("Banho");
    }

    @Test
    void noticesALineThatIsDead() {
        pass(Duration.ofSeconds(1));

        obs.fallsSilent();
        pass(Duration.ofSeconds(6));
        var dead = control.status().connected();
        obs.answersAgain();
        pass(Duration.ofSeconds(10));

        assertThat(dead).isFalse();
        assertThat(control.status().connected()).isTrue();
        assertThat(obs.openConnections()).isEqualTo(1);
    }

    @Test
    void waitsForAnObsThatIsStillLoading() {
        obs.isNotReady();
        pass(Duration.ofSeconds(20));
        var loading = control.status().connected();

        obs.isReady();
        pass(Duration.ofSeconds(5));

        assertThat(loading).isFalse();
        assertThat(control.status().connected()).isTrue();
        assertThat(obs.tries()).isEqualTo(1);
    }

    @Test
    void namesAMissingSceneAndItsNearestMatch() {
        obs.rename("BRB", "Brb");

        pass(Duration.ofSeconds(1));

        assertThat(control.status().problems())
                .extracting(Sentence::english)
                .containsExactly("OBS has no scene \"BRB\". Did you mean \"Brb\"?");
    }

    @Test
    void saysInTheLogThatASceneIsMissing() {
        obs.rename("BRB", "Brb");
        pass(Duration.ofSeconds(4));

        judge(HealthState.DOWN);
        pass(Duration.ofSeconds(30));

        assertThat(obs.orders()).isEmpty();
        assertThat(lastDecision().outcome()).isEqualTo(SceneDecision.Outcome.FAILED);
        assertThat(lastDecision().why().english()).contains("Did you mean \"Brb\"?");
    }

    @Test
    void saysInTheLogThatObsRefused() {
        obs.disobeys();
        pass(Duration.ofSeconds(4));

        judge(HealthState.DOWN);
        pass(Duration.ofSeconds(4));

        assertThat(control.status().inFallback()).isFalse();
        assertThat(lastDecision().why().english())
                .isEqualTo("Could not go to BRB: OBS refused (207): not ready");
    }

    @Test
    void losesNothingWhenObsVanishesInTheMiddleOfASwitch() {
        pass(Duration.ofSeconds(4));
        judge(HealthState.DOWN);
        pass(Duration.ofMillis(2_900));

        obs.fallsSilent();
        pass(Duration.ofSeconds(1));
        obs.answersAgain();
        pass(Duration.ofSeconds(10));

        assertThat(obs.scene()).isEqualTo("BRB");
    }

    @Test
    void doesWhatAPersonAsks() {
        pass(Duration.ofSeconds(1));

        var switched = control.tell(connection -> connection.switchTo("Banho"));
        var unknown = control.tell(connection -> connection.switchTo("Nowhere"));
        pass(Duration.ofSeconds(1));

        assertThat(switched).isEqualTo(new ObsAnswer.Done());
        assertThat(unknown).isInstanceOf(ObsAnswer.Failed.class);
        assertThat(control.status().currentScene()).contains("Banho");
    }

    @Test
    void tellsAPersonThatObsIsNotThere() {
        obs.refuses(lost());

        var answer = control.tell(connection -> connection.showSource("LIVE", "Mapa", true));

        assertThat(answer)
                .isEqualTo(
                        new ObsAnswer.Failed(
                                new Sentence("O OBS não está conectado", "OBS is not connected")));
    }

    @Test
    void hearsWhenObsGoesOffAir() {
        var streaming = SceneRules.DEFAULT.with(new SceneOptions(true, true, false, false));
        try (var careful = control(streaming)) {
            careful.turn(news::add);
            obs.ear().onStreamingChanged(false);
            news.forEach(careful::onNews);

            careful.onHealth(verdict(HealthState.DOWN));

            assertThat(careful.status().log().last().orElseThrow().outcome())
                    .isEqualTo(SceneDecision.Outcome.NOT_STREAMING);
        }
    }

    @Test
    void showsThatASceneIsHeld() {
        pass(Duration.ofSeconds(1));

        control.hear(new SceneEvent.HoldAsked(Optional.empty()));
        judge(HealthState.DOWN);
        pass(Duration.ofSeconds(30));

        assertThat(control.status().held()).isTrue();
        assertThat(obs.orders()).isEmpty();
    }

    @Test
    void closesItsConnection() {
        pass(Duration.ofSeconds(1));

        control.close();

        assertThat(obs.openConnections()).isZero();
    }

    @Test
    void startsOverAfterAFaultOfItsOwn() {
        pass(Duration.ofSeconds(1));

        control.startOver();
        pass(Duration.ofSeconds(2));

        assertThat(control.status().connected()).isTrue();
        assertThat(obs.openConnections()).isEqualTo(1);
    }

    private SceneControl control(SceneRules rules) {
        return new SceneControl(
                rules,
                new ObsLink(obs, ReconnectRule.DEFAULT, ticker, new Random(1)),
                ticker,
                InstantSource.fixed(Instant.EPOCH));
    }

    private void judge(HealthState state) {
        control.onHealth(verdict(state));
    }

    private static HealthVerdict verdict(HealthState state) {
        return new HealthVerdict(
                0,
                state,
                List.of(),
                Duration.ZERO,
                new HealthInputs(Links.UNREPORTED, new Media.Unseen(), Optional.empty()));
    }

    /// Plays the loop: sleeps for as long as the control allows, and hands it its news.
    private void pass(Duration time) {
        var end = ticker.nowNanos() + time.toNanos();
        turn();
        while (ticker.nowNanos() < end) {
            var left = Duration.ofNanos(end - ticker.nowNanos());
            var nap = control.untilNextTurn();
            ticker.advance(nap.compareTo(left) < 0 ? nap : left);
            turn();
        }
    }

    private void turn() {
        control.turn(news::add);
        var heard = List.copyOf(news);
        news.clear();
        heard.forEach(control::onNews);
    }

    private SceneDecision lastDecision() {
        return control.status().log().last().orElseThrow();
    }

    private static ObsClosure lost() {
        return new ObsClosure.Lost(new Sentence("caiu", "gone"));
    }
}
