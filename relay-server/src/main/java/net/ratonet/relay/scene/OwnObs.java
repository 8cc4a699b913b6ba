package net.ratonet.relay.scene;

/// The OBS that a streamer has set for themselves.
///
/// @param enabled whether the relay may touch it; while it may not, it touches no other either
public record OwnObs(boolean enabled, ObsSettings settings) {}
