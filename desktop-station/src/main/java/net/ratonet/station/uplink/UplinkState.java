package net.ratonet.station.uplink;

/// Where the connection to the relay stands.
public sealed interface UplinkState {

    /// Not connected.
    ///
    /// @param failures attempts in a row that came to nothing
    record Waiting(int failures, long retryNanos, String reason) implements UplinkState {}

    record Connecting(int failures, long sinceNanos) implements UplinkState {}

    /// Connected.
    ///
    /// @param heardNanos when the relay last gave a sign of life
    record Online(int failures, long sinceNanos, long heardNanos) implements UplinkState {}
}
