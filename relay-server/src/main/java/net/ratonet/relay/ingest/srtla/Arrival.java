package net.ratonet.relay.ingest.srtla;

/// What an arriving data packet is to what came before it.
enum Arrival {
    /// Not seen before, and nobody waited for it.
    FRESH,
    /// The original of a packet that later ones had overtaken.
    LATE,
    /// Sent again, and the original never came.
    RECOVERED,
    /// Went on to SRT already.
    DUPLICATE
}
