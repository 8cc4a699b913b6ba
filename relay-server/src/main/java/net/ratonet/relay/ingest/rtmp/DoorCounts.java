package net.ratonet.relay.ingest.rtmp;

import java.util.concurrent.atomic.LongAdder;

/// What has happened at the door since it opened. Any thread may count and read.
public final class DoorCounts {

    final LongAdder accepted = new LongAdder();
    final LongAdder unknownKeys = new LongAdder();
    final LongAdder unencrypted = new LongAdder();
    final LongAdder turnedAway = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder bytes = new LongAdder();

    DoorCounts() {}

    public long accepted() {
        return accepted.sum();
    }

    public long unknownKeys() {
        return unknownKeys.sum();
    }

    /// With a good key, but for a streamer who takes only what is encrypted.
    public long unencrypted() {
        return unencrypted.sum();
    }

    /// Because too many were there already.
    public long turnedAway() {
        return turnedAway.sum();
    }

    /// Connections that spoke something else than RTMP, or media that cannot be carried.
    public long malformed() {
        return malformed.sum();
    }

    public long bytes() {
        return bytes.sum();
    }
}
