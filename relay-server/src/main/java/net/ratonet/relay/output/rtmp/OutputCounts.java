package net.ratonet.relay.output.rtmp;

import java.util.concurrent.atomic.LongAdder;

/// What all outputs have done since the start. Any thread may count and read.
public final class OutputCounts {

    final LongAdder bytes = new LongAdder();
    final LongAdder droppedBytes = new LongAdder();
    final LongAdder connections = new LongAdder();
    final LongAdder failures = new LongAdder();

    OutputCounts() {}

    public long bytes() {
        return bytes.sum();
    }

    public long droppedBytes() {
        return droppedBytes.sum();
    }

    /// That came to stand.
    public long connections() {
        return connections.sum();
    }

    /// Tries that failed, and connections that broke.
    public long failures() {
        return failures.sum();
    }
}
