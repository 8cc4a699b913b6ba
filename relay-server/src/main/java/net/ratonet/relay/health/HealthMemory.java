package net.ratonet.relay.health;

import java.util.List;
import java.util.OptionalLong;
import net.ratonet.shared.telemetry.HealthState;

/// What a judge remembers of one stream between two verdicts.
///
/// @param zeroSinceNanos since when the bitrate has been nothing, while it is
public record HealthMemory(List<Integer> scores, HealthState state, OptionalLong zeroSinceNanos) {

    public static final HealthMemory FRESH =
            new HealthMemory(List.of(), HealthState.DOWN, OptionalLong.empty());

    public HealthMemory {
        scores = List.copyOf(scores);
    }

    /// The integer mean of the kept scores; nothing known is nothing good.
    int smoothed() {
        return scores.isEmpty()
                ? 0
                : scores.stream().mapToInt(Integer::intValue).sum() / scores.size();
    }
}
