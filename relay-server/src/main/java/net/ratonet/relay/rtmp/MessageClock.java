package net.ratonet.relay.rtmp;

/// Follows timestamps past the point where their 32 bits begin anew, after 49 days. For one thread.
final class MessageClock {

    private boolean started;
    private long last;

    long unwrap(long timestamp) {
        var step = (int) (timestamp - last);
        last = started ? last + step : timestamp & 0xFFFF_FFFFL;
        started = true;
        return last;
    }
}
