package net.ratonet.station.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.uplink.UplinkState.Connecting;
import net.ratonet.station.uplink.UplinkState.Online;
import net.ratonet.station.uplink.UplinkState.Waiting;
import net.ratonet.station.uplink.UplinkStep.Action;
import org.junit.jupiter.api.Test;

final class UplinkLifecycleTest {

    private static final UplinkEvent OPENED = new UplinkEvent.Opened();
    private static final UplinkEvent LOST =
            new UplinkEvent.Lost(Loss.passing("the connection broke"));
    private static final UplinkEvent REFUSED = new UplinkEvent.Lost(Loss.ofCloseCode(4_001, ""));

    private final FakeTicker ticker = new FakeTicker();
    private UplinkState state = UplinkLifecycle.begin(ticker.nowNanos());
    private double jitter;

    @Test
    void connectsAtOnce() {
        assertThat(pass(Duration.ZERO)).isEqualTo(Action.CONNECT);
        assertThat(state).isInstanceOf(Connecting.class);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        for (var seconds : new long[] {2, 4, 8, 16, 30, 30}) {
            pass(secondsUntilRetry());
            on(LOST);

            assertThat(secondsUntilRetry()).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void neverComesBackInLessThanASecond() {
        jitter = 1;
        pass(Duration.ZERO);

        on(LOST);

        assertThat(secondsUntilRetry()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void triesForEver() {
        for (var attempt = 0; attempt < 10_000; attempt++) {
            assertThat(pass(secondsUntilRetry())).isEqualTo(Action.CONNECT);
            on(LOST);
        }
    }

    @Test
    void comesBackSoonAfterALongConnection() {
        goOnline();
        on(LOST);
        goOnline();
        for (var second = 0; second < 10; second++) {
            pass(Duration.ofSeconds(1));
        }

        on(LOST);

        assertThat(secondsUntilRetry()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void doesNotRushBackToARelayThatHangsUpAtOnce() {
        goOnline();
        on(LOST);
        goOnline();
        on(LOST);

        assertThat(secondsUntilRetry()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void waitsLongWhenOnlyAPersonCanMendIt() {
        goOnline();

        on(REFUSED);

        assertThat(secondsUntilRetry()).isEqualTo(Duration.ofSeconds(30));
        assertThat(((Waiting) state).reason()).contains("FIELD_API_KEY");
    }

    @Test
    void learnsWhyTheRelayHungUpEvenAfterASendHasFailed() {
        goOnline();
        on(LOST);

        on(REFUSED);

        assertThat(secondsUntilRetry()).isEqualTo(Duration.ofSeconds(30));
        assertThat(((Waiting) state).reason()).contains("FIELD_API_KEY");
    }

    @Test
    void givesUpAConnectionOnWhichTheRelayIsSilent() {
        goOnline();
        pass(Duration.ofSeconds(14));
        on(new UplinkEvent.Heard());

        assertThat(pass(Duration.ofSeconds(14))).isEqualTo(Action.NOTHING);
        assertThat(pass(Duration.ofSeconds(1))).isEqualTo(Action.ABORT);
        assertThat(((Waiting) state).reason()).contains("silent");
    }

    @Test
    void givesUpAnAttemptThatNobodyAnswers() {
        pass(Duration.ZERO);

        assertThat(pass(Duration.ofSeconds(15))).isEqualTo(Action.ABORT);
        assertThat(((Waiting) state).reason()).contains("does not answer");
    }

    @Test
    void takesNoNoticeOfLateNews() {
        on(LOST);
        on(OPENED);
        on(new UplinkEvent.Heard());

        assertThat(state).isInstanceOf(Waiting.class);
    }

    private void goOnline() {
        pass(secondsUntilRetry());
        on(OPENED);
        assertThat(state).isInstanceOf(Online.class);
    }

    private Duration secondsUntilRetry() {
        return Duration.ofNanos(((Waiting) state).retryNanos() - ticker.nowNanos());
    }

    private Action pass(Duration time) {
        ticker.advance(time);
        return on(new UplinkEvent.TimePassed());
    }

    private Action on(UplinkEvent event) {
        var step = UplinkLifecycle.on(state, event, ticker.nowNanos(), jitter);
        state = step.next();
        return step.action();
    }
}
