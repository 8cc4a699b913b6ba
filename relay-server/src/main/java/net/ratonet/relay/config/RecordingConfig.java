package net.ratonet.relay.config;

import java.time.Duration;

/// How recordings are cut, and how much room they have.
///
/// @param bytesPerStreamer of one streamer's recordings; past it their oldest go
/// @param bytesOfAll of all recordings together; past it the oldest of all go
/// @param longestFile a new file begins at the next key frame
public record RecordingConfig(
        long bytesPerStreamer, long bytesOfAll, long mostBytesPerFile, Duration longestFile) {}
