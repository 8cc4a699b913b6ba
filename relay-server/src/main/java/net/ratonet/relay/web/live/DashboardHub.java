package net.ratonet.relay.web.live;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.telemetry.BoardEvent;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries public board events to all dashboards. One thread of its own decides and sends; whoever
/// reports something only leaves the newest state behind and goes on. The memory between the two
/// holds one entry per streamer, however fast events come.
public final class DashboardHub implements AutoCloseable {

    /// Going away (RFC 6455).
    private static final int GOING_AWAY = 1001;

    /// Counts work and not the time that other programs took, on a machine that is shared.
    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();

    private static final Logger LOG = LoggerFactory.getLogger(DashboardHub.class);

    private final Ticker ticker;
    private final Broadcast broadcast;
    private final Map<StreamerId, Change> changes = new ConcurrentHashMap<>();
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger dashboards = new AtomicInteger();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile boolean idle;
    private volatile long dropped;

    public DashboardHub(Function<StreamerId, Optional<Account>> accounts, Ticker ticker) {
        this.ticker = ticker;
        this.broadcast = new Broadcast(accounts, this::sent, ticker.nowNanos());
        this.thread = Thread.ofPlatform().name("dashboards").unstarted(this::run);
    }

    /// Starts with what is live already; events may come before and after.
    public void start(List<LiveStreamer> live) {
        for (var streamer : live) {
            changes.putIfAbsent(streamer.id(), Change.of(new BoardEvent.CameOnline(streamer)));
        }
        thread.start();
    }

    /// Takes note of a public event; never waits.
    public void tell(BoardEvent event) {
        var change = Change.of(event);
        changes.put(change.id(), change);
        wake();
    }

    public int dashboards() {
        return dashboards.get();
    }

    /// Streamers whose change has not been sent yet.
    public int waiting() {
        return changes.size();
    }

    public long dropped() {
        return dropped;
    }

    /// A dashboard's place in the hub.
    interface Seat {
        /// Everything anew, please.
        void resync();

        void leave();
    }

    Seat join(DashboardLine line, Dialect dialect) {
        var outbox = new Outbox(line, dialect);
        dashboards.incrementAndGet();
        request(() -> broadcast.join(outbox));
        return new Seat() {
            @Override
            public void resync() {
                request(outbox::missSnapshot);
            }

            @Override
            public void leave() {
                dashboards.decrementAndGet();
                request(() -> broadcast.leave(outbox));
            }
        };
    }

    private void sent(Outbox outbox) {
        request(outbox::sent);
    }

    private void request(Runnable request) {
        requests.add(request);
        wake();
    }

    /// A thread that rests or works looks by itself when it is done.
    private void wake() {
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (open) {
            try {
                round();
            } catch (RuntimeException bug) {
                LOG.error("a round of dashboard updates failed", bug);
            }
        }
        broadcast.closeAll(GOING_AWAY, "relay restarts");
        broadcast.close();
    }

    private void round() {
        var startedNanos = WORK.getCurrentThreadCpuTime();
        for (var request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
        }
        broadcast.round(takeChanges(), ticker.nowNanos());
        dropped = broadcast.dropped();
        var workNanos = WORK.getCurrentThreadCpuTime() - startedNanos;
        LockSupport.parkNanos(this, Pace.restNanos(workNanos));
        waitForNews();
    }

    private void waitForNews() {
        idle = true;
        if (changes.isEmpty() && requests.isEmpty() && open) {
            LockSupport.parkNanos(this, broadcast.idleNanos(ticker.nowNanos()));
        }
        idle = false;
    }

    private List<Change> takeChanges() {
        return changes.keySet().stream()
                .flatMap(id -> Optional.ofNullable(changes.remove(id)).stream())
                .toList();
    }

    /// Says good-bye to all dashboards; returns when that has been sent off.
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            thread.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
