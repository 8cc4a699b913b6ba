package net.ratonet.relay.scene;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.DirectorState.Hold;
import net.ratonet.relay.scene.DirectorState.Judged;
import net.ratonet.relay.scene.DirectorState.Program;
import net.ratonet.relay.scene.SceneDecision.Outcome;

/// Decides which scene a streamer's viewers see; pure, so any thread may ask. It follows NOALBS's
/// rules: it moves only away from the scenes it is configured for, so any other scene holds.
public final class SceneDirector {

    private final SceneRules rules;

    public SceneDirector(SceneRules rules) {
        this.rules = rules;
    }

    public SceneStep on(DirectorState state, SceneEvent event, Moment now) {
        var heard = absorb(state, event, now);
        var current =
                heard.hold().filter(hold -> hold.isOver(now.nanos())).isPresent()
                        ? heard.withoutHold()
                        : heard;
        return decide(current, event instanceof SceneEvent.SignalJudged, now);
    }

    private DirectorState absorb(DirectorState state, SceneEvent event, Moment now) {
        return switch (event) {
            case SceneEvent.SignalJudged(var signal) -> judged(state, signal, now);
            case SceneEvent.ObsConnected(var scene, var streaming) ->
                    state.withoutProgram().on(new Program(scene, streaming), now.nanos());
            case SceneEvent.ObsLost() -> state.withoutProgram();
            case SceneEvent.SceneChanged(var scene) -> onProgram(state, scene, now);
            case SceneEvent.StreamingChanged(var streaming) ->
                    state.program()
                            .map(shown -> new Program(shown.scene(), streaming))
                            .map(shown -> state.on(shown, now.nanos()))
                            .orElse(state);
            case SceneEvent.HoldAsked(var time) -> state.with(hold(time, now));
            case SceneEvent.ReleaseAsked() -> state.withoutHold();
            case SceneEvent.OrderFailed(var order, var why) -> failed(state, order, why, now);
            case SceneEvent.Tick() -> state;
        };
    }

    private DirectorState judged(DirectorState state, SceneSignal signal, Moment now) {
        var before = state.judged().map(Judged::level).orElse(SignalLevel.NORMAL);
        var verdict = SignalVerdict.of(signal, before, rules);
        return state.with(
                new Judged(
                        verdict.level(), verdict.why(), now.nanos() - signal.lostFor().toNanos()));
    }

    private static DirectorState onProgram(DirectorState state, String scene, Moment now) {
        return state.program()
                .map(shown -> state.on(new Program(scene, shown.streaming()), now.nanos()))
                .orElse(state);
    }

    private static Hold hold(Optional<Duration> time, Moment now) {
        return new Hold(
                time.map(held -> OptionalLong.of(now.nanos() + held.toNanos()))
                        .orElse(OptionalLong.empty()));
    }

    /// The change counts for the dwell all the same, so that a refusing OBS is not hammered.
    private DirectorState failed(DirectorState state, SceneOrder order, Sentence why, Moment now) {
        var level = state.judged().map(Judged::level).orElse(SignalLevel.NORMAL);
        return onProgram(state, order.from(), now)
                .with(
                        new SceneDecision(
                                now.at(),
                                level,
                                order.from(),
                                order.to(),
                                Outcome.FAILED,
                                Outcome.FAILED.sentence(order.from(), order.to(), why)));
    }

    private SceneStep decide(DirectorState state, boolean confirms, Moment now) {
        if (state.program().isEmpty() || state.judged().isEmpty()) {
            return rest(state);
        }
        var wish = new Wish(rules, state.program().get(), state.judged().get());
        if (wish.isGranted()) {
            return rest(cancelled(state, wish, now));
        }
        var blocked = wish.blockedBy(state.hold());
        if (blocked.isPresent()) {
            return rest(state.with(wish.decision(blocked.get(), now)).withoutPending());
        }
        var pending = wish.pending(state.pending(), confirms);
        var hurdle = wish.hurdle(pending, state.lastChangeNanos(), now);
        return hurdle.isPresent()
                ? rest(state.with(pending).with(wish.decision(hurdle.get(), now)))
                : switched(state, wish, now);
    }

    private static DirectorState cancelled(DirectorState state, Wish wish, Moment now) {
        var waited = state.log().last().filter(last -> last.outcome().isWaiting());
        return state.pending().isPresent() && waited.isPresent()
                ? state.with(wish.decision(Outcome.CANCELLED, now)).withoutPending()
                : state.withoutPending();
    }

    private static SceneStep switched(DirectorState state, Wish wish, Moment now) {
        var next =
                state.with(wish.decision(Outcome.SWITCHED, now))
                        .withoutPending()
                        .on(new Program(wish.scene(), wish.program().streaming()), now.nanos());
        return new SceneStep(next, Optional.of(wish.order()));
    }

    private static SceneStep rest(DirectorState state) {
        return new SceneStep(state, Optional.empty());
    }
}
