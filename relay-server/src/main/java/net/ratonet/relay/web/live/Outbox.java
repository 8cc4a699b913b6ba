package net.ratonet.relay.web.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.ratonet.shared.telemetry.StreamerId;

/// What one dashboard still has to hear. At most one batch is on the wire; what comes meanwhile is
/// remembered as "this streamer changed" or "send everything anew", never as a queue of messages.
/// For the hub's thread.
final class Outbox {

    private final DashboardLine line;
    private final Dialect dialect;
    private final Set<StreamerId> changed = new LinkedHashSet<>();
    private boolean snapshotDue = true;
    private boolean onTheWire;
    private long sentNanos;

    Outbox(DashboardLine line, Dialect dialect) {
        this.line = line;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    DashboardLine line() {
        return line;
    }

    boolean isFree() {
        return !onTheWire;
    }

    boolean isSnapshotDue() {
        return snapshotDue;
    }

    void missSnapshot() {
        snapshotDue = true;
        changed.clear();
    }

    void missChange(StreamerId streamer) {
        if (!snapshotDue) {
            changed.add(streamer);
        }
    }

    /// The streamers that changed while the dashboard was busy; they count as told from now on.
    List<StreamerId> takeChanged() {
        var taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    void sendSnapshot(List<Frame> frames, long nowNanos, Runnable done) {
        snapshotDue = false;
        send(frames, nowNanos, done);
    }

    void send(List<Frame> frames, long nowNanos, Runnable done) {
        onTheWire = true;
        sentNanos = nowNanos;
        line.send(frames, done);
    }

    void sent() {
        onTheWire = false;
    }

    boolean isBehindSince(long thenNanos) {
        return onTheWire && sentNanos - thenNanos <= 0;
    }
}
