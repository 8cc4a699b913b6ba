package net.ratonet.station.source.libav;

import net.ratonet.station.config.Resolution;

/// Hands the newest picture from the thread that decodes to the one that encodes. Three pictures in
/// turn, so that neither waits for the other; the caller's lock guards the turns only.
final class FrameShelf {

    private Canvas filling;
    private Canvas newest;
    private Canvas showing;
    private boolean fresh;
    private long newestNanos = Long.MIN_VALUE / 2;

    FrameShelf(Resolution size) {
        filling = new Canvas(size);
        newest = new Canvas(size);
        showing = new Canvas(size);
    }

    /// Where the next picture goes; only for the thread that decodes.
    synchronized Canvas filling() {
        return filling;
    }

    synchronized void publish(long nowNanos) {
        var filled = filling;
        filling = newest;
        newest = filled;
        newestNanos = nowNanos;
        fresh = true;
    }

    /// The newest picture, which stays as it is until the next call.
    synchronized Canvas take() {
        if (fresh) {
            var next = newest;
            newest = showing;
            showing = next;
            fresh = false;
        }
        return showing;
    }

    synchronized boolean isYoungerThan(long nanos, long nowNanos) {
        return nowNanos - newestNanos < nanos;
    }
}
