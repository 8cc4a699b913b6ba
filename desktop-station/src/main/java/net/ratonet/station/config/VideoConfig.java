package net.ratonet.station.config;

import net.ratonet.shared.telemetry.Bitrate;

/// What is encoded, and how.
public record VideoConfig(VideoInput input, Resolution resolution, Bitrate bitrate, String codec) {}
