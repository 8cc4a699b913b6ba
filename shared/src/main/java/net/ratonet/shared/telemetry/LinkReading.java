package net.ratonet.shared.telemetry;

/// One link as the station measured it.
public record LinkReading(
        String interfaceName,
        LinkClass type,
        boolean connected,
        double rttMs,
        double jitterMs,
        double packetLossPct,
        double bandwidthMbps,
        int score) {

    public LinkReading {
        if (interfaceName.isBlank()) {
            throw new IllegalArgumentException("interface must not be blank");
        }
        Range.checkNotNegative("rtt_ms", rttMs);
        Range.checkNotNegative("jitter_ms", jitterMs);
        Range.check("packet_loss_pct", packetLossPct, 0, 100);
        Range.checkNotNegative("bandwidth_mbps", bandwidthMbps);
        Range.check("score", score, 0, 100);
    }
}
