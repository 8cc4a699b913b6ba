package net.ratonet.relay.output.programme;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.output.programme.AirPhase.Covered;
import net.ratonet.relay.output.programme.AirPhase.Ended;
import net.ratonet.relay.output.programme.AirPhase.Gap;
import net.ratonet.relay.output.programme.AirPhase.Live;
import net.ratonet.relay.output.programme.AirPhase.Waiting;

/// Decides what a programme shows: the field while it sends, the slate while it does not. Pure.
final class ProgrammeDirector {

    /// A shorter pause is a bump of the network.
    private static final long BREAK_NANOS = Duration.ofMillis(500).toNanos();

    /// A field that is back must have sent for this long, or it would come and go.
    private static final long STEADY_NANOS = Duration.ofMillis(500).toNanos();

    private final ProgrammeConfig config;

    ProgrammeDirector(ProgrammeConfig config) {
        this.config = config;
    }

    AirStep on(AirState before, AirEvent event, long now) {
        if (before.phase() instanceof Ended) {
            return AirStep.refused(before, "the stream has ended");
        }
        return switch (event) {
            case AirEvent.Media media -> media(before, media);
            case AirEvent.TimePassed _ -> timePassed(before, now);
            case AirEvent.BreakAsked _ -> breakAsked(before, now);
            case AirEvent.LiveAsked _ -> liveAsked(before);
            case AirEvent.HoldAsked(var time) -> holdAsked(before, time, now);
            case AirEvent.EndAsked(var why) ->
                    AirStep.to(before.in(new Ended(why)), AirAction.FINISH);
        };
    }

    private AirStep media(AirState before, AirEvent.Media media) {
        var at = media.arrivedNanos();
        var goesOn = media.joins() && at - before.lastMediaNanos() < BREAK_NANOS;
        var state = before.heard(at, goesOn);
        return switch (before.phase()) {
            case Waiting _ -> media.keyFrame() ? live(state, at) : AirStep.to(state);
            case Live _ -> passOn(state, media);
            case Gap _ -> passOn(state, media);
            case Covered covered -> back(state, covered, media);
            case Ended _ -> AirStep.to(before);
        };
    }

    private static AirStep passOn(AirState state, AirEvent.Media media) {
        if (!media.joins()) {
            return media.keyFrame() ? live(state, media.arrivedNanos()) : AirStep.to(state);
        }
        var next = state.phase() instanceof Gap ? new Live(media.arrivedNanos()) : state.phase();
        return AirStep.to(state.in(next), AirAction.PASS);
    }

    private static AirStep live(AirState state, long at) {
        return AirStep.to(state.in(new Live(at)), AirAction.BEGIN, AirAction.PASS);
    }

    private static AirStep back(AirState state, Covered covered, AirEvent.Media media) {
        if (state.isHeld() || covered.cover() == Cover.ASKED) {
            return AirStep.to(state.in(covered.with(Covered.NONE)), AirAction.FORGET);
        }
        var at = media.arrivedNanos();
        var steady = at - state.mediaSinceNanos() >= STEADY_NANOS;
        var continued = covered.hasCandidate() && media.joins();
        if (steady && (continued || media.keyFrame())) {
            return live(state, at);
        }
        if (continued) {
            return AirStep.to(state, AirAction.KEEP);
        }
        return media.keyFrame()
                ? AirStep.to(state.in(covered.with(at)), AirAction.FORGET, AirAction.KEEP)
                : AirStep.to(state.in(covered.with(Covered.NONE)), AirAction.FORGET);
    }

    private AirStep timePassed(AirState before, long now) {
        var expired = before.isHeld() && now >= before.heldUntilNanos();
        var state = expired ? before.heldUntil(AirState.NOT_HELD) : before;
        var silence = now - state.lastMediaNanos();
        return switch (state.phase()) {
            case Waiting _ -> AirStep.to(state);
            case Live _ ->
                    silence < BREAK_NANOS
                            ? AirStep.to(state)
                            : AirStep.to(state.in(new Gap(state.lastMediaNanos())));
            case Gap(var since) ->
                    silence < config.slateAfter().toNanos()
                            ? AirStep.to(state)
                            : cover(state, since);
            case Covered covered -> stayCovered(state, covered, now);
            case Ended _ -> AirStep.to(state);
        };
    }

    private static AirStep cover(AirState state, long since) {
        return state.isHeld()
                ? covered(state, Cover.STILL, since, AirAction.STAY)
                : covered(state, Cover.SIGNAL_LOST, since, AirAction.COVER);
    }

    private AirStep stayCovered(AirState state, Covered covered, long now) {
        if (!state.isHeld() && now - covered.sinceNanos() >= config.slateMost().toNanos()) {
            var why =
                    "the slate was shown for %d minutes".formatted(config.slateMost().toMinutes());
            return AirStep.to(state.in(new Ended(why)), AirAction.FINISH);
        }
        if (!state.isHeld() && covered.cover() == Cover.STILL) {
            return covered(state, Cover.SIGNAL_LOST, covered.sinceNanos(), AirAction.COVER);
        }
        return covered.hasCandidate() && now - state.lastMediaNanos() >= BREAK_NANOS
                ? AirStep.to(state.in(covered.with(Covered.NONE)), AirAction.FORGET)
                : AirStep.to(state);
    }

    private static AirStep breakAsked(AirState before, long now) {
        return switch (before.phase()) {
            case Waiting _ -> AirStep.refused(before, "nothing is on air yet");
            case Live _, Gap _ -> covered(before, Cover.ASKED, now, AirAction.COVER);
            case Covered(var cover, var since, _) ->
                    cover == Cover.STILL
                            ? covered(before, Cover.ASKED, since, AirAction.COVER)
                            : covered(before, Cover.ASKED, since, AirAction.FORGET);
            case Ended _ -> AirStep.to(before);
        };
    }

    private static AirStep liveAsked(AirState before) {
        var released = before.heldUntil(AirState.NOT_HELD);
        return switch (before.phase()) {
            case Waiting _ -> AirStep.refused(before, "the field has not sent anything yet");
            case Live _, Gap _ ->
                    before.isHeld()
                            ? AirStep.to(released)
                            : AirStep.refused(before, "the field is on air already");
            case Covered(var cover, var since, _) ->
                    switch (cover) {
                        case ASKED, RETURNING ->
                                covered(released, Cover.RETURNING, since, AirAction.FORGET);
                        case SIGNAL_LOST -> AirStep.to(released);
                        case STILL -> covered(released, Cover.SIGNAL_LOST, since, AirAction.COVER);
                    };
            case Ended _ -> AirStep.to(before);
        };
    }

    private static AirStep holdAsked(AirState before, Optional<Duration> time, long now) {
        var until = time.map(span -> now + span.toNanos()).orElse(AirState.FOR_GOOD);
        var held = before.heldUntil(until);
        return switch (before.phase()) {
            case Waiting _ -> AirStep.refused(before, "nothing is on air yet");
            case Live _, Gap _, Ended _ -> AirStep.to(held);
            case Covered covered ->
                    AirStep.to(held.in(covered.with(Covered.NONE)), AirAction.FORGET);
        };
    }

    private static AirStep covered(AirState state, Cover cover, long since, AirAction action) {
        return AirStep.to(state.in(new Covered(cover, since, Covered.NONE)), action);
    }
}
