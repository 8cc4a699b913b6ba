package net.ratonet.relay.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds values back until they are old enough by the relay's own clock; a device's clock may be
/// wrong and would shorten the wait. Bounded; for one owner thread at a time.
final class DelayLine<T> {

    /// Steps in which a delayed trail moves: each tenth of a second for a minute's delay, each six
    /// seconds for an hour's.
    private static final int STEPS = 600;

    /// Room for the steps of one delay after those of another; then the oldest waiting goes unseen.
    private static final int MOST_WAITING = 2 * STEPS;

    private final ArrayDeque<Held<T>> waiting = new ArrayDeque<>();
    private @Nullable Held<T> newestDue;

    private record Held<T>(T value, Instant since) {
        boolean isDue(Instant now, Duration delay) {
            return !now.isBefore(since.plus(delay));
        }
    }

    void add(T value, Instant now, Duration delay) {
        var last = waiting.peekLast();
        if (last != null && now.isBefore(last.since().plus(delay.dividedBy(STEPS)))) {
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(new Held<>(value, now));
    }

    /// The newest value that is old enough. One that a longer delay made too young again is hidden.
    Optional<T> at(Instant now, Duration delay) {
        while (!waiting.isEmpty() && waiting.getFirst().isDue(now, delay)) {
            newestDue = waiting.removeFirst();
        }
        return newestDue != null && newestDue.isDue(now, delay)
                ? Optional.of(newestDue.value())
                : Optional.empty();
    }

    void clear() {
        waiting.clear();
        newestDue = null;
    }

    int size() {
        return waiting.size();
    }
}
