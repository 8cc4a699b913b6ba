package net.ratonet.relay.web.live;

import java.time.Duration;
import java.util.List;

/// What became of an order to the stations of one streamer.
public sealed interface OrderReport {

    /// Nobody was there to take it.
    ///
    /// @param agentThere whether an agent is connected that reads no orders
    record NoStation(boolean agentThere) implements OrderReport {}

    /// It was not sent, because there were too many before it.
    record TooMany(Duration retryIn) implements OrderReport {}

    /// It was sent.
    record Given(List<AtStation> stations) implements OrderReport {
        public Given {
            stations = List.copyOf(stations);
        }
    }

    /// What became of it at one of them.
    ///
    /// @param station what the owner calls it, else its own name, else the number of its connection
    record AtStation(String station, OrderOutcome outcome) {}
}
