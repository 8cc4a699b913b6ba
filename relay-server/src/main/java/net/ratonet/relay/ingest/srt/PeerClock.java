package net.ratonet.relay.ingest.srt;

/// What the clock in a peer's packets shows. FFmpeg counts its latency from the clock of the first
/// handshake that it gets; were that one behind, every packet would wait the longer. Owned by the
/// loop's thread.
final class PeerClock {

    private int micros;
    private long seenAt;

    /// A clock that showed this at that moment.
    PeerClock(long micros, long nowNanos) {
        seen(micros, nowNanos);
    }

    void seen(long shown, long nowNanos) {
        micros = (int) shown;
        seenAt = nowNanos;
    }

    long seenAtNanos() {
        return seenAt;
    }

    /// What it shows now; it wraps as the packets' field does.
    int at(long nowNanos) {
        return micros + (int) ((nowNanos - seenAt) / 1_000);
    }
}
