package net.ratonet.shared.flow;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The newest value of something, which any thread may read. Listeners run one after the other on
/// the publishing or subscribing thread while others wait, so they must only hand the value on.
public final class Latest<T> {

    private final List<Listener<? super T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;

    public Latest(T initial) {
        this.value = Objects.requireNonNull(initial);
    }

    public T get() {
        return value;
    }

    /// Synchronized with subscribing, so that no listener hears an older value after a newer one.
    public synchronized void publish(T next) {
        value = Objects.requireNonNull(next);
        for (var listener : listeners) {
            listener.consumer.accept(next);
        }
    }

    /// Calls the listener at once with the present value, then with each later one, until closed.
    public synchronized Subscription subscribe(Consumer<? super T> consumer) {
        var listener = new Listener<>(consumer);
        listeners.add(listener);
        consumer.accept(value);
        return () -> listeners.remove(listener);
    }

    /// Ends a subscription; closing twice is harmless.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// Equal only to itself, so that a consumer with two subscriptions can end one of them.
    private static final class Listener<T> {

        private final Consumer<T> consumer;

        private Listener(Consumer<T> consumer) {
            this.consumer = consumer;
        }
    }
}
