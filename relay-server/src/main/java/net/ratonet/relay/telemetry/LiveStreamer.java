package net.ratonet.relay.telemetry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.ratonet.relay.privacy.TimedFix;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;

/// Everything known of a streamer who is live, at one instant: either the truth, or as much of it
/// as the streamer's privacy rules let out.
///
/// @param reportedHealth what the agent said of its own stream; the relay judges for itself
/// @param seenAt when the newest reading of each part arrived
public record LiveStreamer(
        StreamerId id,
        Instant liveSince,
        Instant updatedAt,
        Optional<TimedFix> position,
        Optional<HardwareReading> hardware,
        NetworkReading network,
        Optional<StarlinkReading> starlink,
        Optional<StreamHealth> reportedHealth,
        StreamHealth health,
        String locationName,
        Map<Part, Instant> seenAt) {

    public LiveStreamer {
        seenAt = Map.copyOf(seenAt);
    }

    public Optional<GeoFix> gps() {
        return position.map(TimedFix::fix);
    }

    LiveStreamer at(Optional<TimedFix> otherPosition, String otherName) {
        return new LiveStreamer(
                id,
                liveSince,
                updatedAt,
                otherPosition,
                hardware,
                network,
                starlink,
                reportedHealth,
                health,
                otherName,
                seenAt);
    }
}
