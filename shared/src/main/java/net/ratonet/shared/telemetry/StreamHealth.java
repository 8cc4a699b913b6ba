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
        if (totalLinks < activeLinks) {
            throw new IllegalArgumentException("total_links must not be below active_links");
        }
        Range.checkNotNegative("bitrate_kbps", bitrateKbps);
    }
}
