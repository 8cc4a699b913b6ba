package net.ratonet.relay.web.live;

import java.util.concurrent.atomic.LongAdder;

/// What arrived from the field since the start. Any thread may count and read.
public final class FieldTally {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder malformed = new LongAdder();
    private final LongAdder flooded = new LongAdder();

    void accept() {
        accepted.increment();
    }

    void refuse() {
        refused.increment();
    }

    void malform() {
        malformed.increment();
    }

    void flood() {
        flooded.increment();
    }

    public long accepted() {
        return accepted.sum();
    }

    /// Messages with a field that was missing, of the wrong kind or out of range.
    public long refused() {
        return refused.sum();
    }

    /// Messages that were not even that.
    public long malformed() {
        return malformed.sum();
    }

    /// Messages beyond the rate that one socket may send.
    public long flooded() {
        return flooded.sum();
    }
}
