package net.ratonet.shared.telemetry;

/// How good the stream is, in one score and one sentence for a person.
public record StreamHealth(
        int score,
        HealthState state,
        int activeLinks,
        int totalLinks,
        double bitrateKbps,
        String message)
        implements Reading {

    public StreamHealth {
        Range.check("score", score, 0, 100);
        Range.checkNotNegative("active_links", activeLinks);
        Range.check("total_links", totalLinks, activeLinks, Integer.MAX_VALUE);
        Range.checkNotNegative("bitrate_kbps", bitrateKbps);
    }
}
