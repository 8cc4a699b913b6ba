package net.ratonet.relay.health;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// Everything that one verdict rests on, as it stands at one instant.
///
/// @param agentAge the age of the station's or phone's last reading, if one ever came
public record HealthInputs(Links links, Media media, Optional<Duration> agentAge) {

    public double bitrateKbps() {
        return media instanceof Media.Connected connected ? connected.bitrateKbps() : 0;
    }

    public OptionalDouble rttMs() {
        return media instanceof Media.Connected connected
                ? OptionalDouble.of(connected.rttMs())
                : OptionalDouble.empty();
    }

    /// The age of the newest thing that arrived, be it media or a reading.
    Optional<Duration> newestAge() {
        return switch (media) {
            case Media.Connected(_, _, _, var silence) -> Optional.of(shorter(silence));
            case Media.Absent(var silence) -> silence.map(this::shorter).or(() -> agentAge);
            case Media.Unseen() -> agentAge;
        };
    }

    private Duration shorter(Duration silence) {
        return agentAge.filter(age -> age.compareTo(silence) < 0).orElse(silence);
    }
}
