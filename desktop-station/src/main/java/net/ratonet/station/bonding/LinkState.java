package net.ratonet.station.bonding;

/// Where a link stands.
public enum LinkState {
    /// A person does not want it.
    OFF,
    /// Nothing has come back from it yet.
    PROBING,
    /// The receiver answers there, but has not taken the link in yet.
    JOINING,
    /// It carries the stream.
    LIVE,
    /// Nothing proves that it delivers: others carry the stream until something does.
    SUSPECT,
    /// It delivers again after a longer silence, and has to go on doing so for a while.
    RECOVERING,
    /// Silent for so long that it has to be taken in anew.
    FAILED
}
