package net.ratonet.station.bonding;

/// How far one link's receiver has come with the encoder's connection. Owned by the bond's thread.
final class Callee {

    /// Longer than any receiver is silent that still gets the stream.
    private static final long LONGEST_SILENCE_NANOS = 5_000_000_000L;

    private static final long CALL_EVERY_NANOS = 1_000_000_000;

    private Phase phase;
    private int cookie;
    private int socket;
    private long heardNanos;
    private long calledNanos;

    Callee(long nowNanos) {
        reset(nowNanos);
    }

    /// Begins anew, at once.
    void reset(long nowNanos) {
        phase = Phase.CALLED;
        calledNanos = nowNanos - CALL_EVERY_NANOS;
    }

    /// It has answered the first handshake.
    void greeted(int itsCookie, long nowNanos) {
        phase = Phase.GREETED;
        cookie = itsCookie;
        heardNanos = nowNanos;
    }

    void connected(int itsSocket, long nowNanos) {
        phase = Phase.CONNECTED;
        socket = itsSocket;
        heardNanos = nowNanos;
    }

    void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    /// What it was told may get lost, so the next try begins with the first handshake.
    void called(long nowNanos) {
        phase = Phase.CALLED;
        calledNanos = nowNanos;
    }

    boolean isGreeted() {
        return phase == Phase.GREETED;
    }

    boolean isConnected() {
        return phase == Phase.CONNECTED;
    }

    boolean isSilent(long nowNanos) {
        return isConnected() && nowNanos - heardNanos >= LONGEST_SILENCE_NANOS;
    }

    /// Whether it is time to call it again.
    boolean wantsCall(long nowNanos) {
        return !isConnected() && nowNanos - calledNanos >= CALL_EVERY_NANOS;
    }

    int cookie() {
        return cookie;
    }

    int socket() {
        return socket;
    }

    private enum Phase {
        CALLED,
        GREETED,
        CONNECTED
    }
}
