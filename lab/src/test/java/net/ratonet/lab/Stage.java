package net.ratonet.lab;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.shared.testing.Await;

/// The programs of a test, which end in the reverse order of their start, and how to wait for what
/// they do.
final class Stage implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final long BETWEEN_LOOKS_NANOS = 100_000_000;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    /// Looks now and then: each look is a request, and the programs have work to do.
    static void await(String what, Callable<Boolean> condition) {
        Await.until(
                what,
                SOON,
                () -> {
                    LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
                    return condition.call();
                });
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            end(started.pop());
        }
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception trouble) {
            throw new AssertionError("a part of the test did not end", trouble);
        }
    }
}
