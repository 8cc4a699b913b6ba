package net.ratonet.relay.output.programme;

/// Why something stands in the field's place.
public enum Cover {
    /// Nothing comes from the field; it goes away by itself.
    SIGNAL_LOST,
    /// Somebody asked for a break; it stays until somebody ends it.
    ASKED,
    /// A break was ended, and the next key frame is awaited.
    RETURNING,
    /// Nothing comes, and somebody asked to keep the last picture.
    STILL
}
