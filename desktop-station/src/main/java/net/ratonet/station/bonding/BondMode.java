package net.ratonet.station.bonding;

/// What the far end understands.
public enum BondMode {
    /// SRTLA: all links at once.
    BONDED,
    /// Plain SRT: one link at a time, the best one.
    PLAIN,
    /// Plain SRT, the whole stream on every link, each to a port of its own.
    EACH
}
