package net.ratonet.relay.scene;

import java.util.Optional;
import java.util.OptionalLong;
import net.ratonet.relay.health.Sentence;

/// What the director knows of one streamer.
///
/// @param program what OBS shows, while it is connected
/// @param lastChangeNanos when the program scene changed last
public record DirectorState(
        Optional<Program> program,
        Optional<Judged> judged,
        Optional<Hold> hold,
        Optional<Pending> pending,
        OptionalLong lastChangeNanos,
        DecisionLog log) {

    public static final DirectorState INITIAL =
            new DirectorState(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    DecisionLog.EMPTY);

    /// The scene on air, and whether it is on air.
    public record Program(String scene, boolean streaming) {}

    /// The newest verdict, and since when it has been true.
    public record Judged(SignalLevel level, Sentence why, long sinceNanos) {}

    /// Nothing moves until somebody releases it, or until this time.
    public record Hold(OptionalLong untilNanos) {
        boolean isOver(long nowNanos) {
            return untilNanos.isPresent() && untilNanos.getAsLong() - nowNanos <= 0;
        }
    }

    /// A scene that is wanted but not yet due.
    public record Pending(String scene, long sinceNanos, int confirmations) {}

    /// Whether time alone may bring the next decision.
    public boolean waitsForTime() {
        return pending.isPresent()
                || hold.filter(held -> held.untilNanos().isPresent()).isPresent();
    }

    DirectorState on(Program shown, long nowNanos) {
        var changed = program.filter(before -> before.scene().equals(shown.scene())).isEmpty();
        return new DirectorState(
                Optional.of(shown),
                judged,
                hold,
                pending,
                changed ? OptionalLong.of(nowNanos) : lastChangeNanos,
                log);
    }

    DirectorState withoutProgram() {
        return new DirectorState(
                Optional.empty(), judged, hold, Optional.empty(), OptionalLong.empty(), log);
    }

    DirectorState with(Judged verdict) {
        return new DirectorState(
                program, Optional.of(verdict), hold, pending, lastChangeNanos, log);
    }

    DirectorState with(Hold held) {
        return new DirectorState(program, judged, Optional.of(held), pending, lastChangeNanos, log);
    }

    DirectorState withoutHold() {
        return new DirectorState(program, judged, Optional.empty(), pending, lastChangeNanos, log);
    }

    DirectorState with(Pending wanted) {
        return new DirectorState(program, judged, hold, Optional.of(wanted), lastChangeNanos, log);
    }

    DirectorState withoutPending() {
        return new DirectorState(program, judged, hold, Optional.empty(), lastChangeNanos, log);
    }

    DirectorState with(SceneDecision decision) {
        return new DirectorState(
                program, judged, hold, pending, lastChangeNanos, log.with(decision));
    }
}
