package net.ratonet.relay.scene;

import java.time.Instant;
import net.ratonet.relay.health.Sentence;

/// One answer to "why did it (not) switch".
///
/// @param level what the signal deserved
/// @param current the scene on program
/// @param wanted the scene that the signal deserved
public record SceneDecision(
        Instant at,
        SignalLevel level,
        String current,
        String wanted,
        Outcome outcome,
        Sentence why) {

    /// What came of wanting a scene.
    public enum Outcome {
        SWITCHED,
        WAITS_FOR_DELAY,
        WAITS_FOR_DWELL,
        WAITS_FOR_CONFIRMATION,
        CANCELLED,
        SWITCHED_OFF,
        HELD,
        NOT_STREAMING,
        FOREIGN_SCENE,
        FAILED;

        boolean isWaiting() {
            return switch (this) {
                case WAITS_FOR_DELAY, WAITS_FOR_DWELL, WAITS_FOR_CONFIRMATION -> true;
                case SWITCHED,
                        CANCELLED,
                        SWITCHED_OFF,
                        HELD,
                        NOT_STREAMING,
                        FOREIGN_SCENE,
                        FAILED ->
                        false;
            };
        }
    }

    /// Whether this only says again what the log already says.
    boolean repeats(SceneDecision earlier) {
        return isAbout(earlier)
                && outcome != Outcome.SWITCHED
                && (outcome == earlier.outcome
                        || (earlier.outcome == Outcome.FAILED && outcome.isWaiting()));
    }

    /// Whether this is the bad news about a switch that was noted when it was ordered.
    boolean undoes(SceneDecision earlier) {
        return isAbout(earlier) && outcome == Outcome.FAILED && earlier.outcome == Outcome.SWITCHED;
    }

    private boolean isAbout(SceneDecision earlier) {
        return current.equals(earlier.current) && wanted.equals(earlier.wanted);
    }
}
