package net.ratonet.relay.config;

import java.time.Duration;

/// How recordings are cut, and how much room they have.
///
/// @param quotaBytes of all recordings together; the oldest go first
/// @param longestFile a new file begins at the next key frame
public record RecordingConfig(long quotaBytes, long mostBytesPerFile, Duration longestFile) {}
