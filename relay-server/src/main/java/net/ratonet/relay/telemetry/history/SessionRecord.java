package net.ratonet.relay.telemetry.history;

import java.util.List;

/// All that is kept of one session, each list in the order of time.
public record SessionRecord(
        LiveSession session,
        List<TrackPoint> track,
        List<HealthSample> health,
        List<SessionEvent> events) {

    public SessionRecord {
        track = List.copyOf(track);
        health = List.copyOf(health);
        events = List.copyOf(events);
    }
}
