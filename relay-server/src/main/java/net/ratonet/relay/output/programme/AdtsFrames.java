package net.ratonet.relay.output.programme;

import net.ratonet.relay.session.ts.TsPacket;

/// What a piece of AAC in ADTS frames holds.
///
/// @param rateIndex and `channels` as ADTS numbers them
record AdtsFrames(int count, int rateIndex, int channels) {

    static final AdtsFrames NONE = new AdtsFrames(0, 4, 2);
    private static final int SAMPLES = 1_024;
    private static final int HEADER = 7;
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350
    };

    static AdtsFrames in(byte[] stream, int length) {
        var found = NONE;
        for (var at = 0; at + HEADER <= length; ) {
            if ((stream[at] & 0xff) != 0xff || (stream[at + 1] & 0xf6) != 0xf0) {
                return found;
            }
            var size =
                    (stream[at + 3] & 3) << 11
                            | (stream[at + 4] & 0xff) << 3
                            | (stream[at + 5] & 0xe0) >> 5;
            if (size < HEADER || at + size > length) {
                return found;
            }
            found =
                    new AdtsFrames(
                            found.count + 1,
                            Math.min(RATES.length - 1, (stream[at + 2] & 0x3c) >> 2),
                            (stream[at + 2] & 1) << 2 | (stream[at + 3] & 0xc0) >> 6);
            at += size;
        }
        return found;
    }

    /// How long one frame lasts.
    long frameTicks() {
        return (long) SAMPLES * TsPacket.CLOCK_HZ / RATES[rateIndex];
    }
}
