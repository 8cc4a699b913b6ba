package net.ratonet.relay.output.programme;

import net.ratonet.relay.session.ts.TsPacket;

/// Timestamps that belong together, and where they lie in the programme. Both tracks share one, so
/// that sound stays with its picture. The anchor moves along, since the clock of a stream starts
/// over every 26.5 hours. Owned by the splicer.
final class Run {

    /// Pictures before this one refer to some that were never passed on.
    private final long firstShown;

    private long raw;
    private long mapped;

    Run(long raw, long mapped, long firstShown) {
        this.raw = raw;
        this.mapped = mapped;
        this.firstShown = firstShown;
    }

    long map(long stamp) {
        return mapped + TsPacket.ticksBetween(raw, stamp);
    }

    void moveTo(long stamp) {
        mapped = map(stamp);
        raw = stamp;
    }

    long firstShown() {
        return firstShown;
    }
}
