package net.ratonet.relay.ingest.srtla;

import net.ratonet.shared.telemetry.Bitrate;

/// Measures one link by the data packets that come on it. Owned by the loop's thread.
final class LinkMeter {

    private static final double SECOND = 1e9;

    /// A link's delay of more than a while ago must not be compared: clocks drift apart.
    private static final long DELAY_HOLDS_NANOS = 3_000_000_000L;

    /// Share of the counts of loss that stays for another second.
    private static final double LOSS_MEMORY = 0.8;

    private static final int DELAY_SMOOTHING = 32;

    /// As RFC 3550 has it.
    private static final int JITTER_SMOOTHING = 16;

    private long bytes;
    private long bytesThisSecond;
    private long secondBegan;
    private double bitsPerSecond;
    private double came;
    private double lost;
    private int lastTransitMicros;
    private double delayMicros;
    private double jitterMicros;
    private boolean measured;
    private long measuredAt;

    LinkMeter(long nowNanos) {
        secondBegan = nowNanos;
    }

    /// @param useful whether SRT had not got the packet before
    void packet(int length, boolean useful) {
        bytes += length;
        came++;
        if (useful) {
            bytesThisSecond += length;
        }
    }

    /// How long a packet was on its way, against a fixed but unknown origin.
    void transit(int micros, long nowNanos) {
        if (hasDelay(nowNanos)) {
            var change = Math.abs(micros - lastTransitMicros);
            jitterMicros += (change - jitterMicros) / JITTER_SMOOTHING;
            delayMicros += (micros - delayMicros) / DELAY_SMOOTHING;
        } else {
            delayMicros = micros;
            jitterMicros = 0;
        }
        measured = true;
        lastTransitMicros = micros;
        measuredAt = nowNanos;
    }

    /// A new SRT session has a new origin.
    void forgetTransit() {
        measured = false;
    }

    void lostOne() {
        lost++;
    }

    /// To be called once a second.
    void everySecond(long nowNanos) {
        var seconds = (nowNanos - secondBegan) / SECOND;
        bitsPerSecond = seconds > 0 ? bytesThisSecond * 8 / seconds : bitsPerSecond;
        bytesThisSecond = 0;
        secondBegan = nowNanos;
        came *= LOSS_MEMORY;
        lost *= LOSS_MEMORY;
    }

    boolean hasDelay(long nowNanos) {
        return measured && nowNanos - measuredAt < DELAY_HOLDS_NANOS;
    }

    double delayMicros() {
        return delayMicros;
    }

    double jitterMicros() {
        return jitterMicros;
    }

    Bitrate goodput() {
        return new Bitrate(Math.round(bitsPerSecond));
    }

    double lossPct() {
        return lost == 0 ? 0 : 100 * lost / (came + lost);
    }

    long bytes() {
        return bytes;
    }
}
