package net.ratonet.relay.health;

import net.ratonet.shared.telemetry.HealthState;

/// The highest score of each state that is not healthy.
public record HealthThresholds(int degraded, int critical, int down) {

    public static final HealthThresholds DEFAULT = new HealthThresholds(70, 40, 10);

    public HealthThresholds {
        if (!(0 <= down && down <= critical && critical <= degraded && degraded <= 100)) {
            throw new IllegalArgumentException(
                    "thresholds must rise from down to critical to degraded within 0 to 100, not %d, %d, %d"
                            .formatted(down, critical, degraded));
        }
    }

    public HealthState stateOf(int score) {
        if (score <= down) {
            return HealthState.DOWN;
        }
        if (score <= critical) {
            return HealthState.CRITICAL;
        }
        return score <= degraded ? HealthState.DEGRADED : HealthState.HEALTHY;
    }

    /// The state after this score, where an improvement counts only once the score has cleared the
    /// threshold by the margin; a score that sits on a threshold then does not make the state
    /// flicker. Getting worse needs no margin.
    HealthState next(HealthState previous, int score, int margin) {
        var plain = stateOf(score);
        if (plain.compareTo(previous) >= 0) {
            return plain;
        }
        var cleared = stateOf(score - margin);
        return cleared.compareTo(previous) < 0 ? cleared : previous;
    }
}
