package net.ratonet.relay.output.rtmp;

import net.ratonet.shared.telemetry.Bitrate;

/// How much goes out on a connection. The output's thread counts, any thread reads.
final class OutputFlow {

    private static final long SECOND_NANOS = 1_000_000_000;

    private volatile long bytes;
    private volatile long droppedBytes;
    private volatile Bitrate bitrate = Bitrate.ZERO;
    private volatile long countedAt;
    private long bytesThen;

    void begin(long nowNanos) {
        bytes = 0;
        droppedBytes = 0;
        bytesThen = 0;
        bitrate = Bitrate.ZERO;
        countedAt = nowNanos;
    }

    void sent(long total, long nowNanos) {
        bytes = total;
        var passed = nowNanos - countedAt;
        if (passed >= SECOND_NANOS) {
            bitrate = new Bitrate((total - bytesThen) * 8 * SECOND_NANOS / passed);
            bytesThen = total;
            countedAt = nowNanos;
        }
    }

    void dropped(long total) {
        droppedBytes = total;
    }

    long bytes() {
        return bytes;
    }

    long droppedBytes() {
        return droppedBytes;
    }

    /// What nobody has counted for long is no rate.
    Bitrate bitrate(long nowNanos) {
        return nowNanos - countedAt > 3 * SECOND_NANOS ? Bitrate.ZERO : bitrate;
    }
}
