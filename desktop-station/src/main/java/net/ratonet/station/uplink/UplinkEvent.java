package net.ratonet.station.uplink;

/// What can happen to the connection.
public sealed interface UplinkEvent {

    record Opened() implements UplinkEvent {}

    /// The relay sent anything at all.
    record Heard() implements UplinkEvent {}

    record Lost(Loss loss) implements UplinkEvent {}

    record TimePassed() implements UplinkEvent {}
}
