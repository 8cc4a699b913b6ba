package net.ratonet.station.uplink;

/// What follows from an event: the next state and what to do.
public record UplinkStep(UplinkState next, Action action) {

    /// What the loop is to do.
    public enum Action {
        NOTHING,
        CONNECT,
        ABORT
    }
}
