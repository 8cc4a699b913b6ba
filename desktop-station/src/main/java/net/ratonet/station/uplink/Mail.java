package net.ratonet.station.uplink;

import java.util.List;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.StationOrder;

/// What others leave for the uplink's thread.
sealed interface Mail {

    record Reports(List<Report> reports) implements Mail {
        public Reports {
            reports = List.copyOf(reports);
        }
    }

    /// A signal of the connection with this number; those of earlier connections are stale.
    record Signal(int connection, FieldSignal signal) implements Mail {}

    /// What became of an order that came over the connection with this number.
    record Answered(int connection, StationOrder order, OrderAnswer answer) implements Mail {}
}
