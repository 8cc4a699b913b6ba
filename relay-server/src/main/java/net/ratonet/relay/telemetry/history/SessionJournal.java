package net.ratonet.relay.telemetry.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.ratonet.relay.telemetry.BoardEvent;
import net.ratonet.relay.telemetry.FieldNote;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.relay.telemetry.SourceKind;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// Turns what happens on the board into sessions, and collects what is to be written. Pure but for
/// its state; for the recorder's thread.
final class SessionJournal {

    /// A tunnel, a reboot, a restart of the relay: who is back within this time never left.
    static final Duration BREAK = Duration.ofMinutes(2);

    private final Supplier<SessionId> ids;
    private final Map<StreamerId, RunningSession> running = new HashMap<>();
    private final List<LiveSession> ended = new ArrayList<>();
    private final List<SessionBatch.Point> points = new ArrayList<>();
    private final List<SessionBatch.Health> health = new ArrayList<>();
    private final List<SessionBatch.Event> events = new ArrayList<>();

    SessionJournal(Supplier<SessionId> ids) {
        this.ids = ids;
    }

    /// Takes over the sessions that were not ended when the relay last stopped, however it stopped.
    void adopt(List<LiveSession> unfinished) {
        for (var session : unfinished) {
            var before = running.put(session.streamer(), new RunningSession(session));
            if (before != null) {
                end(before);
            }
        }
    }

    void on(BoardEvent event) {
        switch (event) {
            case BoardEvent.CameOnline(var live) -> {
                var _ = cameOnline(live);
            }
            case BoardEvent.WentOffline(var id) -> wentOffline(running.get(id));
            case BoardEvent.Updated _ -> {}
        }
    }

    void on(FieldNote note) {
        var session = running.get(note.streamer());
        if (session == null) {
            return;
        }
        switch (note) {
            case FieldNote.Fix(_, var fix, var newest, _) ->
                    session.take(fix, newest).ifPresent(points::add);
            case FieldNote.SourceJoined(_, var kind, var at) ->
                    note(session, at, SessionEvent.Kind.SOURCE_JOINED, kind);
            case FieldNote.SourceLeft(_, var kind, var at, var how) ->
                    note(session, at, kindOf(how), kind);
        }
    }

    /// Notes how everybody does at this moment, and makes up for events that were lost in a full
    /// queue.
    void sample(List<LiveStreamer> live, Instant now) {
        var present = new HashSet<StreamerId>();
        for (var streamer : live) {
            present.add(streamer.id());
            var session = cameOnline(streamer);
            session.sample(streamer.health(), now).ifPresent(health::add);
            events.addAll(session.turn(streamer.health().state(), now));
        }
        running.forEach((id, session) -> {
            if (!present.contains(id)) {
                wentOffline(session);
            }
        });
    }

    /// What is to be written now; ends the sessions whose break has become an end.
    SessionBatch drain(Instant now) {
        running.values().stream().filter(session -> isOver(session, now)).forEach(this::end);
        running.values().removeIf(session -> isOver(session, now));
        var sessions = new ArrayList<>(ended);
        running.values().forEach(session -> sessions.add(session.session()));
        var batch = new SessionBatch(sessions, points, health, events);
        ended.clear();
        points.clear();
        health.clear();
        events.clear();
        return batch;
    }

    private RunningSession cameOnline(LiveStreamer live) {
        var at = live.liveSince();
        var session = running.get(live.id());
        if (session != null && isOver(session, at)) {
            end(session);
            session = null;
        }
        if (session == null) {
            session = new RunningSession(new LiveSession(ids.get(), live.id(), at, at, false));
            running.put(live.id(), session);
        }
        if (!session.isOnline()) {
            session.goOnline();
            events.addAll(session.event(at, SessionEvent.Kind.ONLINE, ""));
        }
        return session;
    }

    private void wentOffline(@Nullable RunningSession session) {
        if (session != null && session.isOnline()) {
            session.goOffline();
            var at = session.session().lastAt();
            events.addAll(session.event(at, SessionEvent.Kind.OFFLINE, ""));
        }
    }

    private void note(
            RunningSession session, Instant at, SessionEvent.Kind kind, SourceKind source) {
        events.addAll(session.event(at, kind, source.wireName()));
    }

    private void end(RunningSession session) {
        session.end();
        ended.add(session.session());
    }

    private static boolean isOver(RunningSession session, Instant now) {
        return !session.isOnline() && !now.isBefore(session.session().lastAt().plus(BREAK));
    }

    private static SessionEvent.Kind kindOf(FieldNote.Leave how) {
        return switch (how) {
            case CLOSED -> SessionEvent.Kind.SOURCE_CLOSED;
            case SILENT -> SessionEvent.Kind.SOURCE_SILENT;
        };
    }
}
