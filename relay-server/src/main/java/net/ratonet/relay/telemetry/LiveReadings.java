package net.ratonet.relay.telemetry;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.ratonet.relay.privacy.TimedFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// The newest value of each part of one streamer, whichever source gave it. For one owner thread at
/// a time.
final class LiveReadings {

    private static final NetworkReading NO_LINKS = new NetworkReading(List.of());

    private record Origin(SourceId source, Instant measuredAt, Reading reading) {}

    private final Map<Part, Origin> origins = new EnumMap<>(Part.class);
    private final Map<Part, Instant> seenAt = new EnumMap<>(Part.class);
    private @Nullable TimedFix position;
    private @Nullable StreamHealth verdict;
    private String locationName = "";

    /// Takes a position and tells what became of it.
    FixJudge.Verdict takeFix(SourceId source, TimedFix fix) {
        var judged = FixJudge.judge(Optional.ofNullable(position), fix);
        if (judged == FixJudge.Verdict.NEWEST) {
            position = fix;
            keep(Part.GPS, new Origin(source, fix.measuredAt(), fix.fix()), fix.arrivedAt());
        }
        return judged;
    }

    /// Takes any other reading, unless a newer one is known or it came twice.
    boolean take(SourceId source, Reading reading, Instant measuredAt, Instant now) {
        var part = Part.of(reading);
        var origin = new Origin(source, measuredAt, reading);
        var known = origins.get(part);
        if (known != null && (measuredAt.isBefore(known.measuredAt()) || origin.equals(known))) {
            return false;
        }
        keep(part, origin, now);
        return true;
    }

    boolean isPlacedBy(SourceId source) {
        return isFrom(source, origins.get(Part.GPS));
    }

    /// Drops what only this source knew, but for the last position: its owner may need to find the
    /// streamer.
    Set<Part> forget(SourceId source) {
        var lost = EnumSet.noneOf(Part.class);
        for (var entry : origins.entrySet()) {
            if (entry.getKey() != Part.GPS && isFrom(source, entry.getValue())) {
                lost.add(entry.getKey());
            }
        }
        origins.keySet().removeAll(lost);
        seenAt.keySet().removeAll(lost);
        return lost;
    }

    boolean judge(StreamHealth health) {
        var changed = !health.equals(verdict);
        verdict = health;
        return changed;
    }

    boolean name(String place) {
        var changed = !place.equals(locationName);
        locationName = place;
        return changed;
    }

    LiveStreamer snapshot(StreamerId id, Instant liveSince, Instant updatedAt) {
        var network = newest(Part.NETWORK, NetworkReading.class).orElse(NO_LINKS);
        return new LiveStreamer(
                id,
                liveSince,
                updatedAt,
                Optional.ofNullable(position),
                newest(Part.HARDWARE, HardwareReading.class),
                network,
                newest(Part.STARLINK, StarlinkReading.class),
                newest(Part.HEALTH, StreamHealth.class),
                Optional.ofNullable(verdict).orElseGet(() -> unjudged(network)),
                locationName,
                seenAt);
    }

    /// Until somebody has judged the stream there is none.
    private static StreamHealth unjudged(NetworkReading network) {
        return new StreamHealth(0, HealthState.DOWN, 0, network.links().size(), 0, "");
    }

    private <R extends Reading> Optional<R> newest(Part part, Class<R> type) {
        return Optional.ofNullable(origins.get(part)).map(Origin::reading).map(type::cast);
    }

    private void keep(Part part, Origin origin, Instant now) {
        origins.put(part, origin);
        seenAt.put(part, now);
    }

    private static boolean isFrom(SourceId source, @Nullable Origin origin) {
        return origin != null && origin.source().equals(source);
    }
}
