package net.ratonet.station.source.libav;

import java.time.Duration;
import net.ratonet.shared.flow.Ticker;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/// Ends network calls of libav that take too long. libav asks now and then, on the encoder's thread
/// or one of its own.
final class Patience extends AVIOInterruptCB.Callback_Pointer {

    private final Ticker ticker;
    private volatile long deadlineNanos;
    private volatile boolean ended;

    Patience(Ticker ticker) {
        this.ticker = ticker;
        this.deadlineNanos = ticker.nowNanos();
    }

    /// Gives the next calls this long.
    void allow(Duration time) {
        deadlineNanos = ticker.nowNanos() + time.toNanos();
    }

    /// Ends this call and all that follow.
    void end() {
        ended = true;
    }

    boolean isOver() {
        return ended || ticker.nowNanos() - deadlineNanos >= 0;
    }

    @Override
    public int call(Pointer opaque) {
        return isOver() ? 1 : 0;
    }
}
