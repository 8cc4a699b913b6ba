package net.ratonet.relay.session.ts;

import java.util.Optional;

/// Reads the timestamps of one track's PES headers, and goes on counting where a header has none.
/// Owned by one thread.
final class PesTimes {

    private static final int STAMPS_AT = 9;

    private long lastDts;
    private long step;
    private boolean known;

    record Time(long pts, long dts) {}

    /// Empty while the track has not told any time.
    Optional<Time> read(byte[] pes, int length) {
        var flags = (pes[7] >> 6) & 3;
        var room = Math.min(pes[8] & 0xff, length - STAMPS_AT);
        if (flags == 3 && room >= 2 * PesStamp.LENGTH) {
            return Optional.of(
                    told(
                            PesStamp.read(pes, STAMPS_AT),
                            PesStamp.read(pes, STAMPS_AT + PesStamp.LENGTH)));
        }
        if (flags >= 2 && room >= PesStamp.LENGTH) {
            var pts = PesStamp.read(pes, STAMPS_AT);
            return Optional.of(told(pts, pts));
        }
        if (!known) {
            return Optional.empty();
        }
        var next = (lastDts + step) & (TsPacket.CLOCK_SPAN - 1);
        lastDts = next;
        return Optional.of(new Time(next, next));
    }

    private Time told(long pts, long dts) {
        step = known ? Math.clamp(TsPacket.ticksBetween(lastDts, dts), 0, TsPacket.CLOCK_HZ) : 0;
        lastDts = dts;
        known = true;
        return new Time(pts, dts);
    }
}
