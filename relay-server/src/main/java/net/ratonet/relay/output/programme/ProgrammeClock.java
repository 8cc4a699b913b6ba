package net.ratonet.relay.output.programme;

import net.ratonet.relay.session.ts.TsPacket;

/// The programme's time follows the relay's: what is shown instead of the field takes as long as
/// the field was away, so that players neither run dry nor fall behind.
record ProgrammeClock(long originNanos) {

    /// Room for what refers to a moment before the first picture.
    private static final long FIRST_TICKS = 10L * TsPacket.CLOCK_HZ;

    private static final double TICKS_PER_NANO = TsPacket.CLOCK_HZ / 1e9;

    long ticksAt(long nanos) {
        return FIRST_TICKS + Math.round((nanos - originNanos) * TICKS_PER_NANO);
    }
}
