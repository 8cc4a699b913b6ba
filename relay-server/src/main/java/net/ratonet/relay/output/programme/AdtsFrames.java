package net.ratonet.relay.output.programme;

import net.ratonet.relay.session.ts.AdtsHeader;
import net.ratonet.relay.session.ts.TsPacket;

/// What a piece of AAC in ADTS frames holds.
///
/// @param rateIndex and `channels` as ADTS numbers them
record AdtsFrames(int count, int rateIndex, int channels, int sampleRate) {

    static final AdtsFrames NONE = new AdtsFrames(0, 4, 2, 44_100);

    static AdtsFrames in(byte[] stream, int length) {
        var found = NONE;
        for (var at = 0; at < length; ) {
            var header = AdtsHeader.parse(stream, at, length);
            if (header.isEmpty() || at + header.get().frameLength() > length) {
                return found;
            }
            found = found.and(header.get());
            at += header.get().frameLength();
        }
        return found;
    }

    private AdtsFrames and(AdtsHeader next) {
        return new AdtsFrames(
                count + 1, next.rateIndex(), next.channelConfiguration(), next.sampleRate());
    }

    /// How long one frame lasts.
    long frameTicks() {
        return (long) AdtsHeader.SAMPLES * TsPacket.CLOCK_HZ / sampleRate;
    }
}
