package net.ratonet.relay.web.live;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import org.jspecify.annotations.Nullable;

/// A value that is made anew when somebody asks and the last one is too old. Making it never takes
/// more than a tenth of the time, and while one thread makes it the others take the last one. Any
/// thread may ask.
final class Renewed<T> {

    private static final int SHARE = 10;

    private final Supplier<T> maker;
    private final long longestNanos;
    private final Ticker ticker;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made<T> made;

    private record Made<T>(T value, long staleAtNanos) {}

    Renewed(Supplier<T> maker, long longestNanos, Ticker ticker) {
        this.maker = maker;
        this.longestNanos = longestNanos;
        this.ticker = ticker;
    }

    T get() {
        var last = made;
        if (last != null && isFresh(last)) {
            return last.value();
        }
        return last == null ? first() : next(last);
    }

    /// The next one who asks gets a new value.
    void expire() {
        made = null;
    }

    private boolean isFresh(Made<T> value) {
        return ticker.nowNanos() - value.staleAtNanos() < 0;
    }

    private T first() {
        making.lock();
        try {
            var last = made;
            return last != null && isFresh(last) ? last.value() : make();
        } finally {
            making.unlock();
        }
    }

    private T next(Made<T> last) {
        if (!making.tryLock()) {
            return last.value();
        }
        try {
            return make();
        } finally {
            making.unlock();
        }
    }

    private T make() {
        var startNanos = ticker.nowNanos();
        var value = maker.get();
        var tookNanos = ticker.nowNanos() - startNanos;
        made = new Made<>(value, startNanos + Math.max(longestNanos, SHARE * tookNanos));
        return value;
    }
}
