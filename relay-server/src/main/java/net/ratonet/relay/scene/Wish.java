package net.ratonet.relay.scene;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.DirectorState.Hold;
import net.ratonet.relay.scene.DirectorState.Judged;
import net.ratonet.relay.scene.DirectorState.Pending;
import net.ratonet.relay.scene.DirectorState.Program;
import net.ratonet.relay.scene.SceneDecision.Outcome;

/// The scene that the newest verdict wants, weighed against what may stand in its way.
record Wish(SceneRules rules, Program program, Judged judged) {

    String scene() {
        return rules.scenes().of(judged.level());
    }

    SceneOrder order() {
        return new SceneOrder(program.scene(), scene());
    }

    boolean isGranted() {
        return program.scene().equals(scene());
    }

    /// What forbids the switch until something other than time changes.
    Optional<Outcome> blockedBy(Optional<Hold> hold) {
        var options = rules.options();
        if (!options.automatic()) {
            return Optional.of(Outcome.SWITCHED_OFF);
        }
        if (hold.isPresent()) {
            return Optional.of(Outcome.HELD);
        }
        if (options.onlyWhenStreaming() && !program.streaming()) {
            return Optional.of(Outcome.NOT_STREAMING);
        }
        return mayLeave() ? Optional.empty() : Optional.of(Outcome.FOREIGN_SCENE);
    }

    private boolean mayLeave() {
        var scenes = rules.scenes();
        return scenes.isSwitchable(program.scene())
                || (rules.options().leaveStarting()
                        && scenes.isStarting(program.scene())
                        && judged.level() != SignalLevel.OFFLINE);
    }

    /// The wait for this scene: carried on, or begun when the verdict became true.
    Pending pending(Optional<Pending> before, boolean confirms) {
        var carried = before.filter(earlier -> earlier.scene().equals(scene()));
        var since = judged.sinceNanos();
        return new Pending(
                scene(),
                carried.map(earlier -> earliest(earlier.sinceNanos(), since)).orElse(since),
                carried.map(Pending::confirmations).orElse(0)
                        + (confirms || carried.isEmpty() ? 1 : 0));
    }

    /// What only time, or another verdict, can clear.
    Optional<Outcome> hurdle(Pending pending, OptionalLong lastChangeNanos, Moment now) {
        if (now.since(pending.sinceNanos()).compareTo(delay()) < 0) {
            return Optional.of(Outcome.WAITS_FOR_DELAY);
        }
        if (lastChangeNanos.isPresent()
                && now.since(lastChangeNanos.getAsLong()).compareTo(rules.timing().dwell()) < 0) {
            return Optional.of(Outcome.WAITS_FOR_DWELL);
        }
        return pending.confirmations() < confirmations()
                ? Optional.of(Outcome.WAITS_FOR_CONFIRMATION)
                : Optional.empty();
    }

    SceneDecision decision(Outcome outcome, Moment now) {
        return new SceneDecision(
                now.at(), judged.level(), program.scene(), scene(), outcome, sentence(outcome));
    }

    private Duration delay() {
        if (isRecovery()) {
            return rules.options().instantRecover() && isFromBrb()
                    ? Duration.ZERO
                    : rules.timing().recovery();
        }
        return rules.timing().fallback();
    }

    private int confirmations() {
        return isRecovery() && isFromBrb() && rules.options().instantRecover()
                ? 1
                : rules.timing().confirmations();
    }

    private boolean isRecovery() {
        return judged.level() == SignalLevel.NORMAL
                || (judged.level() == SignalLevel.LOW && isFromBrb());
    }

    private boolean isFromBrb() {
        return program.scene().equals(rules.scenes().brb());
    }

    private Sentence sentence(Outcome outcome) {
        return outcome.sentence(
                program.scene(),
                scene(),
                judged.why(),
                seconds(delay()),
                seconds(rules.timing().dwell()),
                confirmations());
    }

    private static long earliest(long one, long other) {
        return one - other <= 0 ? one : other;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
