package net.ratonet.shared.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import net.ratonet.shared.flow.Ticker;

/// A clock that stands still until a test moves it.
public final class FakeTicker implements Ticker {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nowNanos() {
        return nanos.get();
    }

    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time only moves forward, not by " + step);
        }
        nanos.addAndGet(step.toNanos());
    }
}
