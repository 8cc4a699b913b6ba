package net.ratonet.shared.telemetry;

/// What the Starlink dish says of itself.
public record StarlinkReading(
        boolean connected,
        double latencyMs,
        double downloadMbps,
        double uploadMbps,
        double obstructionPct,
        long uptimeS)
        implements Reading {

    public StarlinkReading {
        Range.checkNotNegative("latency_ms", latencyMs);
        Range.checkNotNegative("download_mbps", downloadMbps);
        Range.checkNotNegative("upload_mbps", uploadMbps);
        Range.check("obstruction_pct", obstructionPct, 0, 100);
        Range.checkNotNegative("uptime_s", uptimeS);
    }
}
