package net.ratonet.shared.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import net.ratonet.shared.flow.Ticker;

/// Wall clock and monotonic time in one, both still until a test moves them. Any thread may read.
public final class FakeClock implements InstantSource, Ticker {

    private final FakeTicker ticker = new FakeTicker();
    private volatile Instant origin;

    public FakeClock(Instant start) {
        this.origin = start;
    }

    @Override
    public Instant instant() {
        return origin.plusNanos(ticker.nowNanos());
    }

    @Override
    public long nowNanos() {
        return ticker.nowNanos();
    }

    public void advance(Duration step) {
        ticker.advance(step);
    }

    /// Sets the wall clock alone, as a first time synchronisation does; monotonic time stays.
    public void correctTo(Instant instant) {
        origin = instant.minusNanos(ticker.nowNanos());
    }
}
