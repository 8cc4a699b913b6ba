package net.ratonet.relay.session;

import net.ratonet.shared.telemetry.Bitrate;

/// Counts what came into one feed, whoever published it. Guarded by the feed's lock.
final class FeedCounters {

    private final RateWindow byteRate;
    private final RateWindow pictureRate;
    private long bytes;
    private long continuityErrors;
    private long garbageBytes;
    private long jumps;

    FeedCounters(long nowNanos) {
        byteRate = new RateWindow(nowNanos);
        pictureRate = new RateWindow(nowNanos);
    }

    void packets(int length, long nowNanos) {
        bytes += length;
        byteRate.add(length, nowNanos);
    }

    void picture(long nowNanos) {
        pictureRate.add(1, nowNanos);
    }

    void continuityError() {
        continuityErrors++;
    }

    void jump() {
        jumps++;
    }

    long jumps() {
        return jumps;
    }

    void garbage(long more) {
        garbageBytes += more;
    }

    FeedFlow flow(long nowNanos) {
        return new FeedFlow(
                bitrate(1, nowNanos),
                bitrate(5, nowNanos),
                bytes,
                pictureRate.perSecond(5, nowNanos),
                continuityErrors,
                garbageBytes);
    }

    private Bitrate bitrate(int seconds, long nowNanos) {
        return new Bitrate(Math.round(byteRate.perSecond(seconds, nowNanos) * 8));
    }
}
