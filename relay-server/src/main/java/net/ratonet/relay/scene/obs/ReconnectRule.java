package net.ratonet.relay.scene.obs;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When to knock at OBS again: soon, then ever more rarely, each time a little off the beat so that
/// many relays do not knock at once. A wrong password gets slow tries, because a person has to mend
/// it; a session that OBS ended on purpose gets none.
public record ReconnectRule(Duration first, Duration longest, Duration afterWrongPassword) {

    public static final ReconnectRule DEFAULT =
            new ReconnectRule(
                    Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /// The largest part of a delay that chance may add or take.
    private static final double JITTER = 0.2;

    /// Empty: do not come back by yourself.
    ///
    /// @param failures how many tries in a row have failed
    public Optional<Duration> delay(ObsClosure closure, int failures, RandomGenerator random) {
        return switch (closure) {
            case ObsClosure.Lost _ -> Optional.of(jittered(backedOff(failures), random));
            case ObsClosure.WrongPassword _, ObsClosure.Incompatible _ ->
                    Optional.of(jittered(afterWrongPassword, random));
            case ObsClosure.Kicked _ -> Optional.empty();
        };
    }

    private Duration backedOff(int failures) {
        var doublings = Math.clamp(failures, 0, 16);
        var delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) < 0 ? delay : longest;
    }

    private static Duration jittered(Duration delay, RandomGenerator random) {
        var factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofNanos(Math.round(delay.toNanos() * factor));
    }
}
