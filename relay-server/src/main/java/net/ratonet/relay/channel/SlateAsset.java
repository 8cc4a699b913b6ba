package net.ratonet.relay.channel;

import java.time.Instant;

/// An image or clip that a streamer has brought.
///
/// @param label as its owner calls it; never part of a file's name
public record SlateAsset(AssetId id, AssetKind kind, String label, long bytes, Instant since) {}
