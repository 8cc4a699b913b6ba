package net.ratonet.relay.output.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.output.programme.AirPhase.Covered;
import net.ratonet.relay.output.programme.AirPhase.Ended;
import net.ratonet.relay.output.programme.AirPhase.Gap;
import net.ratonet.relay.output.programme.AirPhase.Live;
import net.ratonet.relay.output.programme.AirPhase.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgrammeDirectorTest {

    private static final int STEP_MS = 20;
    private static final int GOP_MS = 1_000;

    private final ProgrammeDirector director = new ProgrammeDirector(ProgrammeConfig.DEFAULT);
    private final List<AirAction> acts = new ArrayList<>();
    private AirState state = AirState.FIRST;
    private ProgrammeAnswer answer = new ProgrammeAnswer.Done();
    private long nowMs = 1_000;
    private long keyInMs;

    @Test
    void waitsForAKeyFrame() {
        hear(new AirEvent.Media(false, true, now()));
        assertThat(state.phase()).isInstanceOf(Waiting.class);

        hear(new AirEvent.Media(true, true, now()));

        assertThat(state.phase()).isInstanceOf(Live.class);
        assertThat(acts).containsExactly(AirAction.BEGIN, AirAction.PASS);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 400, 600, 1_000, 1_400})
    void freezesThroughAShortGapAndNeverCoversIt(int gapMs) {
        media(3_000);
        acts.clear();

        for (var round = 0; round < 20; round++) {
            silence(gapMs);
            media(1_200);
        }

        assertThat(state.phase()).isInstanceOf(Live.class);
        assertThat(acts).containsOnly(AirAction.PASS);
    }

    @Test
    void coversASilenceAfterAMomentAndSoonerThanTwoSeconds() {
        media(3_000);

        silence(1_480);
        assertThat(state.phase()).isInstanceOf(Gap.class);
        silence(40);

        assertThat(cover()).isEqualTo(Cover.SIGNAL_LOST);
        assertThat(acts.getLast()).isEqualTo(AirAction.COVER);
    }

    @Test
    void comesBackHalfASecondAfterTheKeyFrameAndLosesNothing() {
        loseSignal();
        keyInMs = 0;
        acts.clear();

        media(480);
        assertThat(state.phase()).isInstanceOf(Covered.class);
        assertThat(acts.getFirst()).isEqualTo(AirAction.FORGET);
        assertThat(acts.subList(1, acts.size())).containsOnly(AirAction.KEEP);
        media(60);

        assertThat(state.phase()).isInstanceOf(Live.class);
        assertThat(acts).containsSequence(AirAction.KEEP, AirAction.BEGIN, AirAction.PASS);
    }

    @Test
    void comesBackAtOnceWithTheFirstKeyFrameOfAFieldThatSendsAlready() {
        loseSignal();
        keyInMs = 700;

        media(680);
        assertThat(acts).doesNotContain(AirAction.KEEP);
        media(40);

        assertThat(state.phase()).isInstanceOf(Live.class);
    }

    @Test
    void staysCoveredWhileTheFieldOnlySputters() {
        loseSignal();
        acts.clear();

        for (var round = 0; round < 10; round++) {
            keyInMs = 0;
            media(300);
            silence(700);
        }

        assertThat(cover()).isEqualTo(Cover.SIGNAL_LOST);
        assertThat(acts).doesNotContain(AirAction.BEGIN, AirAction.PASS);
        assertThat(acts.getLast()).isEqualTo(AirAction.FORGET);
    }

    @Test
    void beginsAnewWhenAnotherPublisherTakesOver() {
        media(2_500);
        acts.clear();

        hear(new AirEvent.Media(false, false, now()));
        hear(new AirEvent.Media(true, false, now()));

        assertThat(acts).containsExactly(AirAction.BEGIN, AirAction.PASS);
    }

    @Test
    void takesABreakUntilSomebodyEndsIt() {
        media(2_000);

        hear(new AirEvent.BreakAsked());
        media(60_000);
        assertThat(cover()).isEqualTo(Cover.ASKED);
        keyInMs = 500;
        hear(new AirEvent.LiveAsked());
        media(480);
        assertThat(cover()).isEqualTo(Cover.RETURNING);
        media(40);

        assertThat(state.phase()).isInstanceOf(Live.class);
    }

    @Test
    void keepsTheLastPictureWhenAskedAndCoversItWhenTheTimeIsUp() {
        media(2_000);
        hear(new AirEvent.HoldAsked(Optional.of(Duration.ofMinutes(1))));

        silence(50_000);
        assertThat(cover()).isEqualTo(Cover.STILL);
        silence(11_000);

        assertThat(cover()).isEqualTo(Cover.SIGNAL_LOST);
        assertThat(acts.getLast()).isEqualTo(AirAction.COVER);
    }

    @Test
    void keepsTheSlateWhenAskedEvenWhenTheFieldIsBack() {
        loseSignal();
        hear(new AirEvent.HoldAsked(Optional.empty()));

        media(20_000);
        assertThat(cover()).isEqualTo(Cover.SIGNAL_LOST);
        hear(new AirEvent.LiveAsked());
        media(1_200);

        assertThat(state.phase()).isInstanceOf(Live.class);
    }

    @Test
    void endsWhenTheSlateWasShownForTooLong() {
        loseSignal();

        silence(29 * 60_000);
        assertThat(state.phase()).isInstanceOf(Covered.class);
        silence(60_000);

        assertThat(state.phase()).isEqualTo(new Ended("the slate was shown for 30 minutes"));
        assertThat(acts).endsWith(AirAction.FINISH);
    }

    @Test
    void endsWhenAskedAndThenRefusesEverything() {
        media(2_000);

        hear(new AirEvent.EndAsked("the streamer ended it"));
        assertThat(acts.getLast()).isEqualTo(AirAction.FINISH);
        hear(new AirEvent.BreakAsked());

        assertThat(state.phase()).isEqualTo(new Ended("the streamer ended it"));
        assertThat(answer).isEqualTo(new ProgrammeAnswer.Refused("the stream has ended"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        hear(new AirEvent.BreakAsked());
        assertThat(answer).isEqualTo(new ProgrammeAnswer.Refused("nothing is on air yet"));

        media(2_000);
        hear(new AirEvent.LiveAsked());

        assertThat(answer).isEqualTo(new ProgrammeAnswer.Refused("the field is on air already"));
    }

    private void loseSignal() {
        media(3_000);
        silence(5_000);
        assertThat(cover()).isEqualTo(Cover.SIGNAL_LOST);
    }

    private Cover cover() {
        assertThat(state.phase()).isInstanceOf(Covered.class);
        return ((Covered) state.phase()).cover();
    }

    private void media(int ms) {
        for (var passed = 0; passed < ms; passed += STEP_MS) {
            nowMs += STEP_MS;
            keyInMs -= STEP_MS;
            hear(new AirEvent.Media(keyInMs <= 0, true, now()));
            keyInMs = keyInMs <= 0 ? GOP_MS : keyInMs;
            hear(new AirEvent.TimePassed());
        }
    }

    private void silence(int ms) {
        for (var passed = 0; passed < ms; passed += STEP_MS) {
            nowMs += STEP_MS;
            hear(new AirEvent.TimePassed());
        }
    }

    private void hear(AirEvent event) {
        var step = director.on(state, event, now());
        state = step.next();
        answer = step.answer();
        acts.addAll(step.actions());
    }

    private long now() {
        return nowMs * 1_000_000;
    }
}
