package net.ratonet.relay.config;

import java.time.Duration;

/// When the slate is shown, and how much of their own streamers may bring for it.
///
/// @param after how long a stream must be silent
/// @param longest how long the slate is shown before the outputs end
/// @param bytesPerStreamer of images and clips together
public record SlateConfig(Duration after, Duration longest, long bytesPerStreamer) {}
