package net.ratonet.shared.flow;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The newest value of something that one thread publishes and any thread may read. Listeners run
/// on the publishing thread, so they must only hand the value on.
public final class Latest<T> {

    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;

    public Latest(T initial) {
        this.value = Objects.requireNonNull(initial);
    }

    public T get() {
        return value;
    }

    public void publish(T next) {
        value = Objects.requireNonNull(next);
        for (var listener : listeners) {
            listener.accept(next);
        }
    }

    /// Calls the listener at once with the present value, then with each later one, until closed.
    public Subscription subscribe(Consumer<? super T> listener) {
        listeners.add(listener);
        listener.accept(value);
        return () -> listeners.remove(listener);
    }

    /// Ends a subscription; closing twice is harmless.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
