package net.ratonet.shared.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Waits for what another thread or process brings about: it looks every few milliseconds and
/// returns at the first success, so a test takes as long as the code does and no longer.
public final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = 2_000_000;

    private Await() {}

    /// Returns as soon as the condition holds. `what` completes the sentence "waited 20 s until …".
    public static void until(String what, Callable<Boolean> condition) {
        until(what, LIMIT, condition);
    }

    public static void until(String what, Duration limit, Callable<Boolean> condition) {
        value(what, limit, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /// Returns the first value that is there. An exception means "not yet"; the last one becomes
    /// the cause of the failure.
    public static <T> T value(String what, Callable<Optional<T>> source) {
        return value(what, LIMIT, source);
    }

    public static <T> T value(String what, Duration limit, Callable<Optional<T>> source) {
        var deadline = System.nanoTime() + limit.toNanos();
        var attempt = Attempt.of(source);
        while (attempt.value().isEmpty()) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                throw new AssertionError(
                        "waited %s ms until %s".formatted(limit.toMillis(), what),
                        attempt.mistake());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            attempt = Attempt.of(source);
        }
        return attempt.value().get();
    }

    private record Attempt<T>(Optional<T> value, @Nullable Exception mistake) {

        static <T> Attempt<T> of(Callable<Optional<T>> source) {
            try {
                return new Attempt<>(source.call(), null);
            } catch (Exception notYet) {
                return new Attempt<>(Optional.empty(), notYet);
            }
        }
    }
}
