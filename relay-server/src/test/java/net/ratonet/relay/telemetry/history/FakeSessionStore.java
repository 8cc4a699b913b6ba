package net.ratonet.relay.telemetry.history;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.ratonet.shared.telemetry.StreamerId;

/// Keeps sessions in memory, and refuses to when the test says that the disk is full. For one
/// thread.
public final class FakeSessionStore implements SessionStore {

    private record Kept(
            TreeMap<Long, SessionBatch.Point> points,
            TreeMap<Long, SessionBatch.Health> health,
            List<SessionEvent> events) {

        Kept() {
            this(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        }
    }

    private final Map<SessionId, LiveSession> sessions = new LinkedHashMap<>();
    private final Map<SessionId, Kept> kept = new LinkedHashMap<>();
    boolean full;
    int tidied;

    @Override
    public void append(SessionBatch batch) throws IOException {
        if (full) {
            throw new IOException("The disk is full.");
        }
        batch.sessions().forEach(session -> sessions.put(session.id(), session));
        batch.points()
                .forEach(row ->
                        of(row.session())
                                .points()
                                .putIfAbsent(row.point().at().getEpochSecond(), row));
        batch.health()
                .forEach(row ->
                        of(row.session())
                                .health()
                                .putIfAbsent(row.sample().at().getEpochSecond(), row));
        batch.events().forEach(row -> of(row.session()).events().add(row.event()));
    }

    @Override
    public List<LiveSession> unfinished() {
        return sessions.values().stream().filter(session -> !session.over()).toList();
    }

    @Override
    public void tidy(Instant now, Instant oldest) {
        tidied++;
    }

    @Override
    public List<LiveSession> page(StreamerId streamer, Instant startedBefore, int most) {
        return sessions.values().stream()
                .filter(session -> session.streamer().equals(streamer))
                .filter(session -> session.startedAt().isBefore(startedBefore))
                .sorted(Comparator.comparing(LiveSession::startedAt).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Optional<SessionRecord> load(StreamerId streamer, SessionId id) {
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.streamer().equals(streamer))
                .map(session ->
                        new SessionRecord(
                                session,
                                of(id).points().values().stream()
                                        .map(SessionBatch.Point::point)
                                        .toList(),
                                of(id).health().values().stream()
                                        .map(SessionBatch.Health::sample)
                                        .toList(),
                                of(id).events()));
    }

    List<LiveSession> all() {
        return List.copyOf(sessions.values());
    }

    SessionRecord only() {
        var session = sessions.values().iterator().next();
        return load(session.streamer(), session.id()).orElseThrow();
    }

    private Kept of(SessionId session) {
        return kept.computeIfAbsent(session, _ -> new Kept());
    }
}
