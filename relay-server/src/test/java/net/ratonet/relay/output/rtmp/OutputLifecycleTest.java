package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.relay.output.rtmp.OutputState.Connecting;
import net.ratonet.relay.output.rtmp.OutputState.Idle;
import net.ratonet.relay.output.rtmp.OutputState.Live;
import net.ratonet.relay.output.rtmp.OutputState.Stopped;
import net.ratonet.relay.output.rtmp.OutputState.Waiting;
import net.ratonet.relay.output.rtmp.OutputStep.Action;
import org.junit.jupiter.api.Test;

final class OutputLifecycleTest {

    private static final OutputTrouble LOST = new OutputTrouble.ConnectionLost();
    private static final OutputTrouble BAD_KEY = new OutputTrouble.KeyRefused("");

    @Test
    void connectsWhenItIsWantedAndSomethingIsOnAir() {
        assertThat(on(new Stopped(), new OutputEvent.StartAsked(false), 0).next())
                .isEqualTo(new Idle());
        assertThat(on(new Idle(), new OutputEvent.OnAir(), 5))
                .isEqualTo(new OutputStep(new Connecting(0, 5), Action.CONNECT));
        assertThat(on(new Stopped(), new OutputEvent.StartAsked(true), 5))
                .isEqualTo(new OutputStep(new Connecting(0, 5), Action.CONNECT));
        assertThat(on(new Stopped(), new OutputEvent.OnAir(), 5))
                .isEqualTo(OutputStep.to(new Stopped()));
    }

    @Test
    void disconnectsWhenItIsNotWantedOrNothingIsOnAir() {
        var live = new Live(0, 0);

        assertThat(on(live, new OutputEvent.StopAsked(), 9))
                .isEqualTo(new OutputStep(new Stopped(), Action.DISCONNECT));
        assertThat(on(live, new OutputEvent.OffAir(), 9))
                .isEqualTo(new OutputStep(new Idle(), Action.DISCONNECT));
        assertThat(on(waiting(LOST, 1, 100), new OutputEvent.StopAsked(), 9))
                .isEqualTo(OutputStep.to(new Stopped()));
        assertThat(on(new Stopped(), new OutputEvent.OffAir(), 9))
                .isEqualTo(OutputStep.to(new Stopped()));
    }

    @Test
    void triesForEverAndWaitsEachTimeLonger() {
        OutputState state = new Connecting(0, 0);
        var waits = new long[12];
        for (var i = 0; i < waits.length; i++) {
            var waiting = (Waiting) on(state, new OutputEvent.Failed(LOST, 0), 0).next();
            waits[i] = Duration.ofNanos(waiting.untilNanos()).toSeconds();
            state = on(waiting, new OutputEvent.TimePassed(), waiting.untilNanos()).next();
        }

        assertThat(waits).startsWith(1, 2, 4, 8, 16, 30).endsWith(30, 30);
    }

    @Test
    void waitsLongerWithAKeyThatIsRefused() {
        var first =
                (Waiting) on(new Connecting(0, 0), new OutputEvent.Failed(BAD_KEY, 0), 0).next();
        var later =
                (Waiting) on(new Connecting(9, 0), new OutputEvent.Failed(BAD_KEY, 0), 0).next();

        assertThat(Duration.ofNanos(first.untilNanos())).hasSeconds(20);
        assertThat(Duration.ofNanos(later.untilNanos())).hasSeconds(180);
    }

    @Test
    void countsAnewAfterALongLife() {
        var minute = Duration.ofMinutes(1).toNanos();

        assertThat(on(new Live(7, 0), new OutputEvent.Failed(LOST, 0), minute).next())
                .isInstanceOfSatisfying(
                        Waiting.class, waiting -> assertThat(waiting.failures()).isEqualTo(1));
    }

    @Test
    void suspectsTheKeyWhenThePlatformHangsUpSoonAgainAndAgain() {
        var second = Duration.ofSeconds(1).toNanos();

        assertThat(on(new Live(0, 0), new OutputEvent.Failed(LOST, 0), second).next())
                .isInstanceOfSatisfying(
                        Waiting.class, waiting -> assertThat(waiting.trouble()).isEqualTo(LOST));
        assertThat(on(new Live(1, 0), new OutputEvent.Failed(LOST, 0), second).next())
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting ->
                                assertThat(waiting.trouble())
                                        .isEqualTo(new OutputTrouble.HungUpOnKey()));
    }

    @Test
    void triesAtOnceWhenAPersonAsks() {
        assertThat(on(waiting(LOST, 4, 1_000), new OutputEvent.StartAsked(true), 9))
                .isEqualTo(new OutputStep(new Connecting(4, 9), Action.CONNECT));
    }

    @Test
    void waitsItsTime() {
        var waiting = waiting(LOST, 1, 1_000);

        assertThat(on(waiting, new OutputEvent.TimePassed(), 999))
                .isEqualTo(OutputStep.to(waiting));
        assertThat(on(waiting, new OutputEvent.OnAir(), 999)).isEqualTo(OutputStep.to(waiting));
    }

    @Test
    void forgetsWhatComesTooLate() {
        assertThat(on(new Stopped(), new OutputEvent.Failed(LOST, 0), 0).next())
                .isEqualTo(new Stopped());
        assertThat(on(new Idle(), new OutputEvent.Connected(), 0).next()).isEqualTo(new Idle());
    }

    private static Waiting waiting(OutputTrouble trouble, int failures, long until) {
        return new Waiting(trouble, failures, 0, until);
    }

    private static OutputStep on(OutputState state, OutputEvent event, long now) {
        return OutputLifecycle.on(state, event, now);
    }
}
