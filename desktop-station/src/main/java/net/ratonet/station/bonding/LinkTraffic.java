package net.ratonet.station.bonding;

/// What a link has carried. Owned by the bond's thread.
final class LinkTraffic {

    private static final long LOSS_SPAN_NANOS = 1_000_000_000;

    /// In how many seconds a peak that is not reached again halves.
    private static final double PEAK_HALF_LIFE_NANOS = 20e9;

    private static final double LOSS_WEIGHT = 0.4;

    private final RateMeter sent = new RateMeter();
    private final RateMeter delivered = new RateMeter();
    private double peakBytesPerSecond;
    private long bytesSent;
    private long bytesReceived;
    private long packets;
    private long naks;
    private long spanNanos;
    private long packetsBefore;
    private long naksBefore;
    private double lossShare;

    void sent(int bytes) {
        sent.add(bytes);
        bytesSent += bytes;
    }

    void sentData() {
        packets++;
    }

    void received(int bytes) {
        bytesReceived += bytes;
    }

    void delivered(double bytes) {
        delivered.add(Math.round(bytes));
    }

    void lost() {
        naks++;
    }

    void advance(long nanos) {
        sent.advance(nanos);
        delivered.advance(nanos);
        peakBytesPerSecond =
                Math.max(
                        peakBytesPerSecond * Math.pow(2, -nanos / PEAK_HALF_LIFE_NANOS),
                        delivered.bytesPerSecond());
        spanNanos += nanos;
        if (spanNanos >= LOSS_SPAN_NANOS) {
            measureLoss();
        }
    }

    /// A link that comes back may be another one: a new cell, a new network.
    void forgetPeak() {
        peakBytesPerSecond = delivered.bytesPerSecond();
    }

    private void measureLoss() {
        var carried = packets - packetsBefore;
        var share = carried == 0 ? 0 : Math.min(1, (naks - naksBefore) / (double) carried);
        lossShare += (share - lossShare) * LOSS_WEIGHT;
        packetsBefore = packets;
        naksBefore = naks;
        spanNanos = 0;
    }

    long sentBitsPerSecond() {
        return sent.bitsPerSecond();
    }

    long deliveredBitsPerSecond() {
        return delivered.bitsPerSecond();
    }

    double peakBytesPerSecond() {
        return peakBytesPerSecond;
    }

    long bytesSent() {
        return bytesSent;
    }

    long bytesReceived() {
        return bytesReceived;
    }

    long packets() {
        return packets;
    }

    long naks() {
        return naks;
    }

    double lossShare() {
        return lossShare;
    }
}
