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

    /// What came of wanting a scene, and how to say it: the present scene, the wanted one, the
    /// verdict, then the delay and the dwell in seconds, and the number of confirmations.
    public enum Outcome {
        SWITCHED("Trocou de %1$s para %2$s: %3$s", "Switched from %1$s to %2$s: %3$s"),
        WAITS_FOR_DELAY(
                "Espera %4$.1f s antes de ir para %2$s: %3$s",
                "Waits %4$.1f s before going to %2$s: %3$s"),
        WAITS_FOR_DWELL(
                "Quer %2$s, mas fica pelo menos %5$.1f s em cada cena: %3$s",
                "Wants %2$s, but stays at least %5$.1f s in each scene: %3$s"),
        WAITS_FOR_CONFIRMATION(
                "Quer %2$s, espera %6$d medições iguais seguidas: %3$s",
                "Wants %2$s, waits for %6$d equal verdicts in a row: %3$s"),
        CANCELLED("Fica em %1$s: %3$s", "Stays on %1$s: %3$s"),
        SWITCHED_OFF(
                "Não trocou para %2$s: a troca automática está desligada",
                "Did not switch to %2$s: automatic switching is off"),
        HELD(
                "Não trocou para %2$s: a cena %1$s está travada",
                "Did not switch to %2$s: scene %1$s is held"),
        NOT_STREAMING(
                "Não trocou para %2$s: o OBS não está transmitindo",
                "Did not switch to %2$s: OBS is not streaming"),
        FOREIGN_SCENE(
                "Não trocou para %2$s: a cena %1$s não é uma das configuradas",
                "Did not switch to %2$s: scene %1$s is not a configured one"),
        FAILED("Não conseguiu ir para %2$s: %3$s", "Could not go to %2$s: %3$s");

        private final String portuguese;
        private final String english;

        Outcome(String portuguese, String english) {
            this.portuguese = portuguese;
            this.english = english;
        }

        Sentence sentence(Object... facts) {
            return new Sentence(portuguese, english).with(facts);
        }

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
