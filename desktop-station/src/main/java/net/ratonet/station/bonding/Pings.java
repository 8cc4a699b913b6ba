package net.ratonet.station.bonding;

import java.util.Arrays;

/// The keepalives of a link that are on their way. Receivers also send keepalives that nobody asked
/// for, so only a time that was really sent counts, and only once. Owned by the bond's thread.
final class Pings {

    private static final int REMEMBERED = 16;

    private final long[] stamps = new long[REMEMBERED];
    private final long[] sentNanos = new long[REMEMBERED];
    private int next;

    void sent(long stampMillis, long nowNanos) {
        stamps[next] = stampMillis;
        sentNanos[next] = nowNanos;
        next = (next + 1) % REMEMBERED;
    }

    /// The round trip, or -1 when this is no echo of ours.
    long echoed(long stampMillis, long nowNanos) {
        for (var i = 0; i < REMEMBERED; i++) {
            if (stampMillis != 0 && stamps[i] == stampMillis) {
                stamps[i] = 0;
                return Math.max(1, nowNanos - sentNanos[i]);
            }
        }
        return -1;
    }

    void forget() {
        Arrays.fill(stamps, 0);
    }
}
