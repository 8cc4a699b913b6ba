package net.ratonet.shared.wire;

import java.util.Map;
import net.ratonet.shared.telemetry.Reading;

/// What an envelope between station and relay can carry.
public sealed interface FieldMessage {

    /// Station to relay: a measurement.
    record Report(Reading reading) implements FieldMessage {}

    /// Station to relay: what the encoder says of itself, as flat names and values.
    record Status(Map<String, String> values) implements FieldMessage {
        public Status {
            values = Map.copyOf(values);
        }
    }

    /// Relay to station: a request.
    record Order(StationOrder order) implements FieldMessage {}

    /// Station to relay: what became of a request.
    record Answer(OrderAnswer answer) implements FieldMessage {}
}
