package net.ratonet.relay.web.live;

/// The protocols that a dashboard may speak.
public enum Dialect {
    /// The old one: text, each change carries the whole streamer.
    WHOLE,
    /// v2: raw deflate, snapshot and deltas.
    DELTA,
    /// v2 without compression, for those who want to read along.
    DELTA_PLAIN;

    boolean isDelta() {
        return this != WHOLE;
    }
}
