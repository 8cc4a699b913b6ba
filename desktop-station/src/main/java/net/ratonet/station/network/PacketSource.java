package net.ratonet.station.network;

/// A socket that has something to read.
@FunctionalInterface
interface PacketSource {

    /// Takes a burst of what has come, and leaves the rest for the next round.
    ///
    /// @return how much that was
    int drain(long nowNanos);
}
