package net.ratonet.station.config;

/// Everything the streamer decided.
public record StationConfig(
        RelayConfig relay, TelemetryConfig telemetry, VideoConfig video, LiveConfig live) {}
