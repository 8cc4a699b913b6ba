package net.ratonet.station.telemetry;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks all collectors and publishes each reading as soon as it is there. Lives on the thread
/// "telemetry"; every collector has a thread of its own, so a dead device holds up nobody.
public final class TelemetryLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TelemetryLoop.class);

    /// A collector has at most one result and one trouble under way.
    private static final int RESULTS_PER_COLLECTOR = 4;

    private final Ticker ticker;
    private final Latest<StationSnapshot> latest = new Latest<>(StationSnapshot.EMPTY);
    private final BlockingQueue<UnaryOperator<StationSnapshot>> results;
    private final List<? extends CollectorSlot<?>> slots;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("telemetry").unstarted(this::run);

    public TelemetryLoop(List<Measurement<?>> measurements, Ticker ticker, InstantSource clock) {
        this(measurements, ticker, clock, TelemetryLoop::ownThread);
    }

    TelemetryLoop(
            List<Measurement<?>> measurements,
            Ticker ticker,
            InstantSource clock,
            Function<String, ExecutorService> threads) {
        this.ticker = ticker;
        this.results = new ArrayBlockingQueue<>(1 + RESULTS_PER_COLLECTOR * measurements.size());
        this.slots =
                measurements.stream()
                        .map(measurement -> slot(measurement, threads, clock))
                        .toList();
    }

    public Latest<StationSnapshot> snapshots() {
        return latest;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        slots.forEach(CollectorSlot::close);
    }

    /// Starts what is due and publishes what has come in, without waiting.
    void step() {
        var now = ticker.nowNanos();
        slots.forEach(slot -> slot.advance(now));
        for (var result = results.poll(); result != null; result = results.poll()) {
            publish(result.apply(latest.get()));
        }
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                step();
                var result = results.poll(nanosUntilDue(), TimeUnit.NANOSECONDS);
                if (result != null) {
                    publish(result.apply(latest.get()));
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("telemetry ends");
        }
    }

    private long nanosUntilDue() {
        var now = ticker.nowNanos();
        return slots.stream()
                .mapToLong(slot -> slot.nanosUntilDue(now))
                .min()
                .orElse(TimeUnit.SECONDS.toNanos(1));
    }

    private void publish(StationSnapshot next) {
        var before = latest.get().troubles();
        next.troubles()
                .forEach((collector, reason) -> {
                    if (!reason.equals(before.get(collector))) {
                        LOG.warn("{}: {}. The other readings go on.", collector, reason);
                    }
                });
        before.keySet().stream()
                .filter(collector -> !next.troubles().containsKey(collector))
                .forEach(collector -> LOG.info("{}: works again", collector));
        latest.publish(next);
    }

    private <T> CollectorSlot<T> slot(
            Measurement<T> measurement,
            Function<String, ExecutorService> threads,
            InstantSource clock) {
        return new CollectorSlot<>(
                measurement,
                threads.apply("telemetry-" + measurement.name()),
                clock,
                results::offer,
                ticker.nowNanos());
    }

    /// A platform thread: a native call that never returns must not take a virtual thread's carrier
    /// with it, of which there are only as many as cores.
    private static ExecutorService ownThread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }
}
