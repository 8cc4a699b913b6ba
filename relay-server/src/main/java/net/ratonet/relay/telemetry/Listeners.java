package net.ratonet.relay.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Latest.Subscription;

/// Those who want to hear of something. Any thread may subscribe and tell.
final class Listeners<T> {

    private final List<Consumer<? super T>> all = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<? super T> listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell(T event) {
        for (var listener : all) {
            listener.accept(event);
        }
    }
}
