package net.ratonet.relay.health;

import java.time.Duration;
import java.util.List;
import net.ratonet.relay.config.Language;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamHealth;

/// How good the stream is, and why.
///
/// @param score the smoothed score
/// @param reasons what cost points in the newest score, or why the stream is down
/// @param lostFor how long the signal has already been gone; zero while it is there
public record HealthVerdict(
        int score,
        HealthState state,
        List<HealthReason> reasons,
        Duration lostFor,
        HealthInputs inputs) {

    public HealthVerdict {
        reasons = List.copyOf(reasons);
    }

    /// The verdict as the protocol carries it.
    public StreamHealth toStreamHealth(Language language) {
        return new StreamHealth(
                score,
                state,
                inputs.links().active(),
                inputs.links().total(),
                inputs.bitrateKbps(),
                HealthTexts.of(state).in(language));
    }
}
