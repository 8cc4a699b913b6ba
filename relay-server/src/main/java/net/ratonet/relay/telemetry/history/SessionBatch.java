package net.ratonet.relay.telemetry.history;

import java.util.List;

/// What has to be written at once: sessions as they stand now, and what is new in them. Writing a
/// batch twice does no harm.
public record SessionBatch(
        List<LiveSession> sessions, List<Point> points, List<Health> health, List<Event> events) {

    public record Point(SessionId session, TrackPoint point, Keep keep) {}

    public record Health(SessionId session, HealthSample sample, Keep keep) {}

    public record Event(SessionId session, SessionEvent event) {}

    public SessionBatch {
        sessions = List.copyOf(sessions);
        points = List.copyOf(points);
        health = List.copyOf(health);
        events = List.copyOf(events);
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }
}
