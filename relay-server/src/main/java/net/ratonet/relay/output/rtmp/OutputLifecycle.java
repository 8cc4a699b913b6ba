package net.ratonet.relay.output.rtmp;

import java.time.Duration;
import net.ratonet.relay.output.rtmp.OutputState.Connecting;
import net.ratonet.relay.output.rtmp.OutputState.Idle;
import net.ratonet.relay.output.rtmp.OutputState.Live;
import net.ratonet.relay.output.rtmp.OutputState.Stopped;
import net.ratonet.relay.output.rtmp.OutputState.Waiting;
import net.ratonet.relay.output.rtmp.OutputStep.Action;
import net.ratonet.shared.flow.BackOff;

/// Keeps an output connected for as long as it is wanted and something is on air: it tries for
/// ever. Pure.
final class OutputLifecycle {

    private static final BackOff USUAL = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /// Platforms lock out those that knock with a wrong key too often.
    private static final BackOff LASTING =
            new BackOff(Duration.ofSeconds(20), Duration.ofMinutes(3));

    /// After this long a failure counts as the first one again.
    private static final long STABLE_NANOS = Duration.ofSeconds(30).toNanos();

    /// A platform that does not know a key hangs up this soon.
    private static final long BRIEF_NANOS = Duration.ofSeconds(5).toNanos();

    private OutputLifecycle() {}

    static OutputStep on(OutputState state, OutputEvent event, long now) {
        return switch (event) {
            case OutputEvent.StartAsked(var onAir) -> start(state, onAir, now);
            case OutputEvent.StopAsked _ -> end(state, new Stopped());
            case OutputEvent.OnAir _ -> onAir(state, now);
            case OutputEvent.OffAir _ ->
                    state instanceof Stopped ? OutputStep.to(state) : end(state, new Idle());
            case OutputEvent.Connected _ -> connected(state, now);
            case OutputEvent.Failed(var trouble, var jitter) -> failed(state, trouble, jitter, now);
            case OutputEvent.TimePassed _ -> timePassed(state, now);
        };
    }

    /// A person who asks again while it waits wants no more waiting.
    private static OutputStep start(OutputState state, boolean onAir, long now) {
        return switch (state) {
            case Stopped _, Idle _ -> onAir ? connect(0, now) : OutputStep.to(new Idle());
            case Waiting(_, var failures, _, _) -> connect(failures, now);
            case Connecting _, Live _ -> OutputStep.to(state);
        };
    }

    private static OutputStep onAir(OutputState state, long now) {
        return switch (state) {
            case Idle _ -> connect(0, now);
            case Stopped _, Connecting _, Live _, Waiting _ -> OutputStep.to(state);
        };
    }

    private static OutputStep end(OutputState state, OutputState next) {
        return switch (state) {
            case Connecting _, Live _ -> new OutputStep(next, Action.DISCONNECT);
            case Stopped _, Idle _, Waiting _ -> OutputStep.to(next);
        };
    }

    private static OutputStep connected(OutputState state, long now) {
        return switch (state) {
            case Connecting(var failures, _) -> OutputStep.to(new Live(failures, now));
            case Stopped _, Idle _, Live _, Waiting _ -> OutputStep.to(state);
        };
    }

    private static OutputStep failed(
            OutputState state, OutputTrouble trouble, double jitter, long now) {
        return switch (state) {
            case Connecting(var failures, _) -> await(trouble, failures + 1, jitter, now);
            case Live(var failures, var since) ->
                    await(
                            seenIn(failures, now - since, trouble),
                            now - since >= STABLE_NANOS ? 1 : failures + 1,
                            jitter,
                            now);
            case Stopped _, Idle _, Waiting _ -> OutputStep.to(state);
        };
    }

    /// Some platforms take any key at first, and hang up without a word.
    private static OutputTrouble seenIn(int failures, long livedNanos, OutputTrouble trouble) {
        return failures > 0
                        && livedNanos < BRIEF_NANOS
                        && trouble instanceof OutputTrouble.ConnectionLost
                ? new OutputTrouble.HungUpOnKey()
                : trouble;
    }

    private static OutputStep timePassed(OutputState state, long now) {
        return switch (state) {
            case Waiting(_, var failures, _, var until) when now - until >= 0 ->
                    connect(failures, now);
            case Stopped _, Idle _, Connecting _, Live _, Waiting _ -> OutputStep.to(state);
        };
    }

    private static OutputStep connect(int failures, long now) {
        return new OutputStep(new Connecting(failures, now), Action.CONNECT);
    }

    private static OutputStep await(OutputTrouble trouble, int failures, double jitter, long now) {
        var backOff = trouble.isLasting() ? LASTING : USUAL;
        var wait = backOff.afterFailure(failures, jitter).toNanos();
        return OutputStep.to(new Waiting(trouble, failures, now, now + wait));
    }
}
