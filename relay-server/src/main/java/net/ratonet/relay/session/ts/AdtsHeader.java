package net.ratonet.relay.session.ts;

import java.util.Optional;

/// The header of one AAC frame.
///
/// @param objectType as an AudioSpecificConfig numbers it: 2 is AAC-LC
/// @param channels 0 where the frame itself must be decoded to tell
/// @param headerLength where the frame's content begins
/// @param frameLength header and content together
public record AdtsHeader(
        int objectType,
        int rateIndex,
        int sampleRate,
        int channelConfiguration,
        int channels,
        int headerLength,
        int frameLength) {

    /// Samples that most frames hold for each channel.
    public static final int SAMPLES = 1_024;

    /// Bytes of a header without checksum.
    public static final int SHORTEST = 7;

    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350
    };
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8};

    /// Reads the header at `offset`; empty when none is there. The frame itself may end behind
    /// `limit`.
    public static Optional<AdtsHeader> parse(byte[] bytes, int offset, int limit) {
        if (limit - offset < SHORTEST
                || (bytes[offset] & 0xff) != 0xff
                || (bytes[offset + 1] & 0xf6) != 0xf0) {
            return Optional.empty();
        }
        var header = (bytes[offset + 1] & 1) == 1 ? SHORTEST : SHORTEST + 2;
        var rate = (bytes[offset + 2] >> 2) & 0x0f;
        var channels = ((bytes[offset + 2] & 1) << 2) | ((bytes[offset + 3] >> 6) & 3);
        var length =
                ((bytes[offset + 3] & 3) << 11)
                        | ((bytes[offset + 4] & 0xff) << 3)
                        | ((bytes[offset + 5] >> 5) & 7);
        if (rate >= RATES.length || length < header) {
            return Optional.empty();
        }
        return Optional.of(
                new AdtsHeader(
                        ((bytes[offset + 2] >> 6) & 3) + 1,
                        rate,
                        RATES[rate],
                        channels,
                        CHANNELS[channels],
                        header,
                        length));
    }
}
