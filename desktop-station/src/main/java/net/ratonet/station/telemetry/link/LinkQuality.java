package net.ratonet.station.telemetry.link;

/// How good a link is, as somebody measured it.
public record LinkQuality(double rttMs, double jitterMs, double lossPct) {

    /// What is reported of a link that nobody measures: nothing to deduct.
    static final LinkQuality UNMEASURED = new LinkQuality(0, 0, 0);

    static final LinkQuality DEAF = new LinkQuality(0, 0, 100);
}
