package net.ratonet.relay.ingest.srtla;

/// Allows so much a second and no more. Pure.
final class Pace {

    private static final long SECOND = 1_000_000_000;

    private final int perSecond;
    private long secondBegan;
    private int left;

    Pace(int perSecond) {
        this.perSecond = perSecond;
        left = perSecond;
    }

    boolean allows(long nowNanos) {
        if (nowNanos - secondBegan >= SECOND) {
            secondBegan = nowNanos;
            left = perSecond;
        }
        return left > 0 && left-- > 0;
    }
}
