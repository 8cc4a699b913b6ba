package net.ratonet.relay.web.live;

/// How long to rest after a round of sending: as long as the round took, so that sending never
/// fills more than half a core, and rounds grow larger instead of more frequent under load.
final class Pace {

    /// Keeps every dashboard well within 250 ms of the truth.
    static final long LONGEST_REST_NANOS = 100_000_000;

    private Pace() {}

    static long restNanos(long roundNanos) {
        return Math.clamp(roundNanos, 0, LONGEST_REST_NANOS);
    }
}
