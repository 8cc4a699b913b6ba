package net.ratonet.relay.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Latest.Subscription;

/// Those who want to hear of something. Any thread may subscribe and tell.
final class Listeners<T> {

    private final List<Seat<T>> seats = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<? super T> listener) {
        var seat = new Seat<T>(listener);
        seats.add(seat);
        return () -> seats.remove(seat);
    }

    void tell(T event) {
        for (var seat : seats) {
            seat.listener.accept(event);
        }
    }

    /// Equal only to itself, so that a listener with two subscriptions can end one of them.
    private static final class Seat<T> {

        private final Consumer<? super T> listener;

        private Seat(Consumer<? super T> listener) {
            this.listener = listener;
        }
    }
}
