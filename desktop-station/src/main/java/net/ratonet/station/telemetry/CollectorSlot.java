package net.ratonet.station.telemetry;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Asks one collector at its own pace, and never twice at once: while it is stuck, nothing but its
/// own thread waits. Mutable fields belong to the thread of the loop.
final class CollectorSlot<T> {

    private final Measurement<T> measurement;
    private final ExecutorService thread;
    private final InstantSource clock;
    private final Consumer<UnaryOperator<StationSnapshot>> results;

    /// Written by the collector's thread too: whether it is at work, and which thread that is.
    private volatile boolean working;

    private volatile @Nullable Thread worker;

    private boolean overdue;
    private long startedNanos;
    private long dueNanos;

    CollectorSlot(
            Measurement<T> measurement,
            ExecutorService thread,
            InstantSource clock,
            Consumer<UnaryOperator<StationSnapshot>> results,
            long nowNanos) {
        this.measurement = measurement;
        this.thread = thread;
        this.clock = clock;
        this.results = results;
        this.dueNanos = nowNanos;
    }

    /// Starts what is due and reports what takes too long.
    void advance(long nowNanos) {
        if (working) {
            interruptWhenOverdue(nowNanos);
        } else if (nowNanos - dueNanos >= 0) {
            start(nowNanos);
        }
    }

    /// When `advance` next has something to do, seen from now.
    long nanosUntilDue(long nowNanos) {
        if (!working) {
            return Math.max(0, dueNanos - nowNanos);
        }
        return overdue
                ? measurement.period().toNanos()
                : Math.max(0, startedNanos + measurement.limit().toNanos() - nowNanos);
    }

    void close() {
        var busy = worker;
        if (busy != null) {
            busy.interrupt();
        }
        thread.execute(measurement.collector()::close);
        thread.shutdown();
    }

    private void start(long nowNanos) {
        overdue = false;
        startedNanos = nowNanos;
        var next = dueNanos + measurement.period().toNanos();
        dueNanos = next - nowNanos > 0 ? next : nowNanos + measurement.period().toNanos();
        working = true;
        thread.execute(this::run);
    }

    private void interruptWhenOverdue(long nowNanos) {
        if (!overdue && nowNanos - startedNanos >= measurement.limit().toNanos()) {
            overdue = true;
            var stuck = worker;
            if (stuck != null) {
                stuck.interrupt();
            }
            results.accept(
                    trouble("no answer within %d ms".formatted(measurement.limit().toMillis())));
        }
    }

    /// The result leaves last, so that the loop which it wakes sees this slot free.
    private void run() {
        worker = Thread.currentThread();
        var outcome = attempt();
        worker = null;
        working = false;
        results.accept(outcome);
    }

    private UnaryOperator<StationSnapshot> attempt() {
        try {
            var value = measurement.collector().collect();
            return value.map(this::delivery).orElse(this::untroubled);
        } catch (IOException trouble) {
            return trouble(String.valueOf(trouble.getMessage()));
        } catch (RuntimeException bug) {
            return trouble("failed: " + bug);
        }
    }

    private UnaryOperator<StationSnapshot> delivery(T value) {
        var timed = new Timed<>(value, clock.instant());
        return snapshot ->
                measurement.merge().apply(snapshot.withoutTrouble(measurement.name()), timed);
    }

    private StationSnapshot untroubled(StationSnapshot snapshot) {
        return snapshot.withoutTrouble(measurement.name());
    }

    private UnaryOperator<StationSnapshot> trouble(String reason) {
        return snapshot -> snapshot.withTrouble(measurement.name(), reason);
    }
}
