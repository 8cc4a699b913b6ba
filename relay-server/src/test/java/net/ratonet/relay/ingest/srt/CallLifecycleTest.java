package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.ratonet.relay.ingest.srt.CallLifecycle.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CallLifecycleTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final CallState STARTING = CallLifecycle.begin(0);
    private static final CallState GREETING = after(STARTING, new CallEvent.ChildStarted());
    private static final CallState CONCLUDING = after(GREETING, new CallEvent.ChildGreets(7));
    private static final CallState RUNNING = after(CONCLUDING, new CallEvent.ChildAgrees());

    @Test
    void bringsACallerAndItsFfmpegTogether() {
        var started = CallLifecycle.on(STARTING, new CallEvent.ChildStarted(), 0);
        var greeted = CallLifecycle.on(started.next(), new CallEvent.ChildGreets(7), 0);
        var agreed = CallLifecycle.on(greeted.next(), new CallEvent.ChildAgrees(), 0);

        assertThat(started.actions()).containsExactly(new CallAction.GreetChild());
        assertThat(greeted.actions()).containsExactly(new CallAction.ConcludeWithChild(7));
        assertThat(agreed.actions()).containsExactly(new CallAction.AnswerPeer());
        assertThat(agreed.next()).isEqualTo(new CallState.Running());
    }

    @Test
    void greetsAgainUntilFfmpegListens() {
        var soon = CallLifecycle.on(GREETING, new CallEvent.TimePasses(), SECOND / 100);
        var later = CallLifecycle.on(GREETING, new CallEvent.TimePasses(), SECOND / 10);

        assertThat(soon.actions()).isEmpty();
        assertThat(later.actions()).containsExactly(new CallAction.GreetChild());
    }

    @Test
    void repeatsTheConclusionUntilFfmpegAgrees() {
        var later = CallLifecycle.on(CONCLUDING, new CallEvent.TimePasses(), SECOND / 10);

        assertThat(later.actions()).containsExactly(new CallAction.ConcludeWithChild(7));
    }

    @Test
    void greetsTheFfmpegThatTookAnothersPlace() {
        for (var state : List.of(GREETING, CONCLUDING)) {
            var step = CallLifecycle.on(state, new CallEvent.ChildStarted(), 0);

            assertThat(step.next()).isInstanceOf(CallState.Greeting.class);
            assertThat(step.actions()).containsExactly(new CallAction.GreetChild());
        }
    }

    @ParameterizedTest
    @MethodSource("early")
    void refusesTheCallerWhenFfmpegIsNeverReady(CallState state) {
        var step = CallLifecycle.on(state, new CallEvent.TimePasses(), 11 * SECOND);

        assertThat(step.next()).isEqualTo(new CallState.Over(CallEnd.NEVER_BEGAN));
        assertThat(step.actions())
                .containsExactly(new CallAction.RefusePeer(), new CallAction.EndChild());
    }

    @ParameterizedTest
    @MethodSource("early")
    void refusesTheCallerWhenFfmpegEndsBeforeItBegan(CallState state) {
        var step = CallLifecycle.on(state, new CallEvent.ChildGone(), 0);

        assertThat(step.next()).isEqualTo(new CallState.Over(CallEnd.NEVER_BEGAN));
        assertThat(step.actions()).contains(new CallAction.RefusePeer());
    }

    @ParameterizedTest
    @MethodSource("early")
    void answersNoRepeatedConclusionBeforeFfmpegAgreed(CallState state) {
        var step = CallLifecycle.on(state, new CallEvent.PeerRepeats(), 0);

        assertThat(step).isEqualTo(new Step(state, List.of()));
    }

    @Test
    void answersARepeatedConclusionOnceMore() {
        var step = CallLifecycle.on(RUNNING, new CallEvent.PeerRepeats(), 0);

        assertThat(step).isEqualTo(new Step(RUNNING, List.of(new CallAction.AnswerPeer())));
    }

    @Test
    void takesNoSecondAgreement() {
        var step = CallLifecycle.on(RUNNING, new CallEvent.ChildAgrees(), 0);

        assertThat(step.actions()).isEmpty();
    }

    @Test
    void saysGoodbyeToThePeerWhenFfmpegEnds() {
        var step = CallLifecycle.on(RUNNING, new CallEvent.ChildGone(), 0);

        assertThat(step.next()).isEqualTo(new CallState.Over(CallEnd.CHILD_ENDED));
        assertThat(step.actions())
                .containsExactly(new CallAction.LeavePeer(), new CallAction.EndChild());
    }

    @Test
    void saysNoGoodbyeToAPeerThatSaidIt() {
        var step = CallLifecycle.on(RUNNING, new CallEvent.PeerLeaves(), 0);

        assertThat(step.next()).isEqualTo(new CallState.Over(CallEnd.PEER_LEFT));
        assertThat(step.actions()).doesNotContain(new CallAction.LeavePeer());
    }

    @ParameterizedTest
    @MethodSource("endings")
    void neverLeavesFfmpegBehind(CallEvent ending) {
        for (var state : List.of(STARTING, GREETING, CONCLUDING, RUNNING)) {
            var step = CallLifecycle.on(state, ending, 0);

            assertThat(step.next()).isInstanceOf(CallState.Over.class);
            assertThat(step.actions())
                    .containsAnyOf(new CallAction.EndChild(), new CallAction.DrainChild());
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void doesNothingMoreOnceItIsOver(CallEvent event) {
        var over = new CallState.Over(CallEnd.PEER_LEFT);

        assertThat(CallLifecycle.on(over, event, 99 * SECOND)).isEqualTo(new Step(over, List.of()));
    }

    private static Stream<CallState> early() {
        return Stream.of(STARTING, GREETING, CONCLUDING);
    }

    private static Stream<CallEvent> endings() {
        return Stream.of(
                new CallEvent.ChildGone(),
                new CallEvent.PeerLeaves(),
                new CallEvent.PeerSilent(),
                new CallEvent.Withdrawn(CallEnd.WITHDRAWN));
    }

    private static Stream<CallEvent> everything() {
        return Stream.concat(
                endings(),
                Stream.of(
                        new CallEvent.ChildStarted(),
                        new CallEvent.ChildGreets(1),
                        new CallEvent.ChildAgrees(),
                        new CallEvent.PeerRepeats(),
                        new CallEvent.TimePasses()));
    }

    private static CallState after(CallState state, CallEvent event) {
        return CallLifecycle.on(state, event, 0).next();
    }
}
