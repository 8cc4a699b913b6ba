package net.ratonet.relay.scene;

import java.time.Duration;

/// How patient the director is.
///
/// @param fallback how long a signal must be bad before its scene is left, counted from when it
///   went bad
/// @param recovery how long it must be good again
/// @param dwell the shortest time in any scene
/// @param confirmations how many verdicts in a row must want the same scene
public record SceneTiming(Duration fallback, Duration recovery, Duration dwell, int confirmations) {

    public static final SceneTiming DEFAULT = of(Duration.ofSeconds(3), Duration.ofSeconds(5));

    public SceneTiming {
        if (fallback.isNegative() || recovery.isNegative() || dwell.isNegative()) {
            throw new IllegalArgumentException("a delay must not be negative");
        }
        if (confirmations < 1) {
            throw new IllegalArgumentException("at least one verdict must ask for a scene");
        }
    }

    public static SceneTiming of(Duration fallback, Duration recovery) {
        return new SceneTiming(fallback, recovery, Duration.ofSeconds(2), 1);
    }
}
