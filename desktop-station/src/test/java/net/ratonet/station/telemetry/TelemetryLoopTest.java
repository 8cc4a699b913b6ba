package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class TelemetryLoopTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final GeoFix FIX = new GeoFix(1, 2, 3, 4, 5, 6, FixKind.TWO_D);
    private static final HardwareReading HARDWARE =
            new HardwareReading(1, 2, 3, 4, OptionalDouble.empty(), false);

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void publishesEachReadingWithItsTime() {
        try (var loop =
                loop(position(() -> Optional.of(FIX)), hardware(() -> Optional.of(HARDWARE)))) {
            stepUntil(loop, s -> s.position().isPresent() && s.hardware().isPresent());

            assertThat(loop.snapshots().get().position()).contains(new Timed<>(FIX, NOON));
            assertThat(loop.snapshots().get().hardware()).contains(new Timed<>(HARDWARE, NOON));
        }
    }

    @Test
    void asksEachCollectorAtItsOwnPace() {
        var asked = new AtomicInteger();
        try (var loop =
                loop(
                        position(() -> {
                            asked.incrementAndGet();
                            return Optional.of(FIX);
                        }))) {
            stepUntil(loop, s -> s.position().isPresent());
            loop.step();
            loop.step();

            assertThat(asked).hasValue(1);

            ticker.advance(SECOND);
            loop.step();
            stepUntil(loop, _ -> asked.get() == 2);
        }
    }

    @Test
    void goesOnWhenACollectorIsDead() {
        var never = new CountDownLatch(1);
        var asked = new AtomicInteger();
        try (var loop =
                loop(
                        position(() -> waitFor(never, asked)),
                        hardware(() -> Optional.of(HARDWARE)))) {
            stepUntil(loop, s -> s.hardware().isPresent());
            assertThat(loop.snapshots().get().position()).isEmpty();

            for (var second = 0; second < 10; second++) {
                ticker.advance(SECOND);
                loop.step();
            }
            stepUntil(loop, s -> s.troubles().containsKey("position"));

            assertThat(loop.snapshots().get().troubles())
                    .containsEntry("position", "no answer within 500 ms");
            assertThat(asked).as("a stuck collector is not asked again").hasValue(1);
            never.countDown();
        }
    }

    @Test
    void takesACollectorBackWhenItWorksAgain() {
        var stuck = new CompletableFuture<Void>();
        try (var loop =
                loop(
                        position(() -> {
                            stuck.join();
                            return Optional.of(FIX);
                        }))) {
            loop.step();
            ticker.advance(SECOND);
            loop.step();
            stepUntil(loop, s -> s.troubles().containsKey("position"));

            stuck.complete(null);
            stepUntil(loop, s -> s.troubles().isEmpty() && s.position().isPresent());
        }
    }

    @Test
    void tellsWhyAReadingIsMissing() {
        try (var loop =
                loop(
                        position(() -> {
                            throw new IOException("the receiver is unplugged");
                        }))) {
            stepUntil(loop, s -> s.troubles().containsValue("the receiver is unplugged"));
        }
    }

    @Test
    void survivesABugInACollector() {
        try (var loop =
                loop(
                        position(() -> {
                            throw new IllegalStateException("bug");
                        }))) {
            stepUntil(loop, s -> s.troubles().getOrDefault("position", "").contains("bug"));
        }
    }

    @Test
    void runsByItself() throws Exception {
        var seen = new CompletableFuture<StationSnapshot>();
        try (var loop =
                new TelemetryLoop(
                        List.of(position(() -> Optional.of(FIX))), Ticker.system(), () -> NOON)) {
            loop.snapshots()
                    .subscribe(snapshot -> {
                        if (snapshot.position().isPresent()) {
                            seen.complete(snapshot);
                        }
                    });

            loop.start();

            assertThat(seen.get(10, TimeUnit.SECONDS).position()).isPresent();
        }
    }

    private TelemetryLoop loop(Measurement<?>... measurements) {
        return new TelemetryLoop(List.of(measurements), ticker, () -> NOON);
    }

    private static Measurement<GeoFix> position(Collector<GeoFix> collector) {
        return new Measurement<>(
                "position",
                SECOND,
                Duration.ofMillis(500),
                collector,
                StationSnapshot::withPosition);
    }

    private static Measurement<HardwareReading> hardware(Collector<HardwareReading> collector) {
        return new Measurement<>(
                "hardware",
                SECOND,
                Duration.ofMillis(500),
                collector,
                StationSnapshot::withHardware);
    }

    /// Ignores interrupts, as a native call does.
    private static Optional<GeoFix> waitFor(CountDownLatch latch, AtomicInteger asked) {
        asked.incrementAndGet();
        var open = false;
        while (!open) {
            try {
                open = latch.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException _) {
                Thread.onSpinWait();
            }
        }
        return Optional.empty();
    }

    /// Collectors work on threads of their own, so their results come when they come.
    private static void stepUntil(TelemetryLoop loop, Predicate<StationSnapshot> reached) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!reached.test(loop.snapshots().get())) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            loop.step();
            Thread.onSpinWait();
        }
    }
}
