package net.ratonet.relay.health;

import java.time.Duration;

/// How a stream is judged.
///
/// @param samples how many scores the shown one is the mean of
/// @param margin points by which a score must clear a threshold before the state improves
/// @param silentAfter how long media may be missing before the stream is down; longer than the
///   one-second gaps that a modem's handover makes, shorter than a viewer's patience
/// @param agentSilentAfter the same for a station whose media the relay does not see
public record HealthRules(
        HealthThresholds thresholds,
        int samples,
        int margin,
        Duration silentAfter,
        Duration agentSilentAfter) {

    public static final HealthRules DEFAULT = of(HealthThresholds.DEFAULT);

    public HealthRules {
        if (samples < 1 || margin < 0) {
            throw new IllegalArgumentException("at least one sample, and no negative margin");
        }
        if (!silentAfter.isPositive() || !agentSilentAfter.isPositive()) {
            throw new IllegalArgumentException("silence must last before it means anything");
        }
    }

    public static HealthRules of(HealthThresholds thresholds) {
        return new HealthRules(thresholds, 5, 3, Duration.ofMillis(1_500), Duration.ofSeconds(15));
    }

    /// States exactly by the thresholds, as RatoNet's first relay set them.
    public HealthRules compatible() {
        return new HealthRules(thresholds, samples, 0, silentAfter, agentSilentAfter);
    }
}
