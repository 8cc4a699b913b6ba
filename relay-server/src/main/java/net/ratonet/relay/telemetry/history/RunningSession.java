package net.ratonet.relay.telemetry.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.privacy.TimedFix;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.StreamHealth;
import org.jspecify.annotations.Nullable;

/// A session that may still grow. For the journal's thread.
final class RunningSession {

    /// A flapping agent must not fill the disk with its comings and goings.
    private static final int MOST_EVENTS = 5_000;

    /// A phone queues a thousand points at most; what is older than this has a wrong clock.
    private static final Duration OLDEST_QUEUED = Duration.ofHours(12);

    private LiveSession session;
    private boolean online;
    private int events;
    private Downsampler live = Downsampler.FRESH;
    private Downsampler late = Downsampler.FRESH;
    private Downsampler health = Downsampler.FRESH;
    private @Nullable HealthState state;

    RunningSession(LiveSession session) {
        this.session = session;
    }

    LiveSession session() {
        return session;
    }

    boolean isOnline() {
        return online;
    }

    void goOnline() {
        online = true;
    }

    void goOffline() {
        online = false;
    }

    void end() {
        session = session.ended();
    }

    Optional<SessionBatch.Point> take(TimedFix fix, boolean newest) {
        session = session.heardAt(fix.arrivedAt());
        var at = fix.measuredAt();
        if (at.isBefore(session.startedAt().minus(OLDEST_QUEUED))) {
            return Optional.empty();
        }
        var lane = newest ? live : late;
        var keep = lane.judge(at);
        if (newest) {
            live = lane.after(at);
        } else {
            late = lane.after(at);
        }
        return keep.map(howLong ->
                new SessionBatch.Point(session.id(), new TrackPoint(at, fix.fix()), howLong));
    }

    Optional<SessionBatch.Health> sample(StreamHealth now, Instant at) {
        session = session.heardAt(at);
        var keep = health.judge(at);
        health = health.after(at);
        var sample =
                new HealthSample(
                        at,
                        now.score(),
                        now.state(),
                        now.activeLinks(),
                        now.totalLinks(),
                        now.bitrateKbps());
        return keep.map(howLong -> new SessionBatch.Health(session.id(), sample, howLong));
    }

    /// The event of a change of state, if there is one.
    List<SessionBatch.Event> turn(HealthState next, Instant at) {
        if (next == state) {
            return List.of();
        }
        state = next;
        return event(at, SessionEvent.Kind.HEALTH, next.wireName());
    }

    List<SessionBatch.Event> event(Instant at, SessionEvent.Kind kind, String detail) {
        session = session.heardAt(at);
        events++;
        return events > MOST_EVENTS
                ? List.of()
                : List.of(new SessionBatch.Event(session.id(), new SessionEvent(at, kind, detail)));
    }
}
