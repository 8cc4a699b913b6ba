package net.ratonet.relay.web.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import net.ratonet.relay.account.Account;
import net.ratonet.shared.telemetry.StreamerId;

/// Decides, round by round, which dashboard is sent what. A dashboard that is still busy with its
/// last batch is passed over, and gets the newest state when it is done; one that stays busy for 10
/// s is closed. Nobody waits for anybody. For the hub's thread.
final class Broadcast implements AutoCloseable {

    /// Gathers the deltas of many streamers into one message, at a delay that nobody sees.
    private static final long DELTA_INTERVAL_NANOS = Duration.ofMillis(40).toNanos();

    static final long MOST_BEHIND_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long PING_INTERVAL_NANOS = Duration.ofSeconds(20).toNanos();

    /// Try again later (RFC 6455 registry).
    private static final int TOO_SLOW = 1013;

    private final WholeView whole;
    private final DeltaView delta;
    private final Consumer<Outbox> onSent;
    private final Set<Outbox> outboxes = new LinkedHashSet<>();
    private long deltaNanos;
    private long pingNanos;
    private long dropped;

    /// @param onSent called from any thread when a dashboard has taken its batch
    Broadcast(
            Function<StreamerId, Optional<Account>> accounts,
            Consumer<Outbox> onSent,
            long nowNanos) {
        this.whole = new WholeView(accounts);
        this.delta = new DeltaView(accounts);
        this.onSent = onSent;
        this.deltaNanos = nowNanos - DELTA_INTERVAL_NANOS;
        this.pingNanos = nowNanos;
    }

    void join(Outbox outbox) {
        outboxes.add(outbox);
    }

    void leave(Outbox outbox) {
        outboxes.remove(outbox);
    }

    /// Batches that were not sent because the dashboard was busy.
    long dropped() {
        return dropped;
    }

    void round(Collection<Change> changes, long nowNanos) {
        var news = new ArrayList<WholeView.News>();
        for (var change : changes) {
            whole.apply(change).ifPresent(news::add);
            delta.apply(change);
        }
        var step = isDeltaDue(nowNanos) ? nextDelta(nowNanos) : Optional.<DeltaView.Both>empty();
        for (var outbox : outboxes) {
            if (outbox.dialect().isDelta()) {
                serveDelta(outbox, step, nowNanos);
            } else {
                serveWhole(outbox, news, nowNanos);
            }
        }
        closeThoseBehind(nowNanos);
        ping(nowNanos);
    }

    /// How long nothing needs to be done unless something new happens.
    long idleNanos(long nowNanos) {
        var longest = Duration.ofSeconds(1).toNanos();
        var wait = delta.waitNanos(nowNanos);
        if (wait.isEmpty() || !hasDeltaReaders()) {
            return longest;
        }
        var untilNext = deltaNanos + DELTA_INTERVAL_NANOS - nowNanos;
        return Math.clamp(Math.max(wait.getAsLong(), untilNext), 0, longest);
    }

    void closeAll(int code, String reason) {
        outboxes.forEach(outbox -> outbox.line().close(code, reason));
        outboxes.clear();
    }

    private boolean hasDeltaReaders() {
        return outboxes.stream().anyMatch(outbox -> outbox.dialect().isDelta());
    }

    private boolean isDeltaDue(long nowNanos) {
        return nowNanos - deltaNanos >= DELTA_INTERVAL_NANOS && hasDeltaReaders();
    }

    private Optional<DeltaView.Both> nextDelta(long nowNanos) {
        var step = delta.delta(nowNanos);
        if (step.isPresent()) {
            deltaNanos = nowNanos;
        }
        return step;
    }

    private void serveDelta(Outbox outbox, Optional<DeltaView.Both> step, long nowNanos) {
        if (!outbox.isFree()) {
            step.ifPresent(_ -> {
                dropped++;
                outbox.missSnapshot();
            });
        } else if (outbox.isSnapshotDue()) {
            var frame = delta.snapshot().in(outbox.dialect());
            outbox.sendSnapshot(List.of(frame), nowNanos, () -> onSent.accept(outbox));
        } else {
            step.ifPresent(both -> send(outbox, List.of(both.in(outbox.dialect())), nowNanos));
        }
    }

    private void serveWhole(Outbox outbox, List<WholeView.News> news, long nowNanos) {
        if (!outbox.isFree()) {
            news.forEach(item -> miss(outbox, item));
        } else if (outbox.isSnapshotDue()) {
            outbox.sendSnapshot(List.of(whole.snapshot()), nowNanos, () -> onSent.accept(outbox));
        } else {
            var frames = wholeFrames(outbox, news);
            if (!frames.isEmpty()) {
                send(outbox, frames, nowNanos);
            }
        }
    }

    private void miss(Outbox outbox, WholeView.News news) {
        dropped++;
        switch (news) {
            case WholeView.News.Update(var id) -> outbox.missChange(id);
            case WholeView.News.Turn _ -> outbox.missSnapshot();
        }
    }

    private List<Frame> wholeFrames(Outbox outbox, List<WholeView.News> news) {
        var frames = new ArrayList<Frame>();
        for (var id : outbox.takeChanged()) {
            whole.update(id).ifPresent(frames::add);
        }
        for (var item : news) {
            switch (item) {
                case WholeView.News.Update(var id) -> whole.update(id).ifPresent(frames::add);
                case WholeView.News.Turn(var _, var turn) -> frames.addAll(turn);
            }
        }
        return frames;
    }

    private void send(Outbox outbox, List<Frame> frames, long nowNanos) {
        outbox.send(frames, nowNanos, () -> onSent.accept(outbox));
    }

    private void closeThoseBehind(long nowNanos) {
        var behind =
                outboxes.stream()
                        .filter(outbox -> outbox.isBehindSince(nowNanos - MOST_BEHIND_NANOS))
                        .toList();
        for (var outbox : behind) {
            outboxes.remove(outbox);
            outbox.line().close(TOO_SLOW, "too slow: more than 10 s behind");
        }
    }

    private void ping(long nowNanos) {
        if (nowNanos - pingNanos >= PING_INTERVAL_NANOS) {
            pingNanos = nowNanos;
            outboxes.stream().filter(Outbox::isFree).forEach(outbox -> outbox.line().ping());
        }
    }

    @Override
    public void close() {
        delta.close();
    }
}
