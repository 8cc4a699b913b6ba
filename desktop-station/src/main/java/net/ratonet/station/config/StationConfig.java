package net.ratonet.station.config;

import java.nio.file.Path;

/// Everything the streamer decided.
///
/// @param folder where the station keeps what must outlive a restart
public record StationConfig(
        RelayConfig relay,
        TelemetryConfig telemetry,
        VideoConfig video,
        LiveConfig live,
        BondConfig bond,
        LocalConfig local,
        Path folder) {}
