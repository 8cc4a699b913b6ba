package net.ratonet.station.uplink;

import java.util.List;

/// What others leave for the uplink's thread.
sealed interface Mail {

    record Reports(List<Report> reports) implements Mail {
        public Reports {
            reports = List.copyOf(reports);
        }
    }

    /// A signal of the connection with this number; those of earlier connections are stale.
    record Signal(int connection, FieldSignal signal) implements Mail {}
}
