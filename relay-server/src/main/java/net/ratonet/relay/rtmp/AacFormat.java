package net.ratonet.relay.rtmp;

import java.nio.ByteBuffer;
import java.util.Optional;
import net.ratonet.relay.session.ts.AdtsHeader;
import net.ratonet.relay.session.ts.BitReader;

/// How AAC is to be decoded. It stands in front of the stream in RTMP (AudioSpecificConfig) and in
/// front of each frame in MPEG-TS (ADTS).
///
/// @param objectType 2 for the common LC
/// @param rateIndex of [#sampleRate]
public record AacFormat(int objectType, int rateIndex, int channels) {

    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350
    };
    private static final int RATE_IN_NUMBERS = 15;
    private static final int SBR = 5;
    private static final int PARAMETRIC_STEREO = 29;

    /// Empty when ADTS cannot say it.
    public static Optional<AacFormat> ofConfig(byte[] config) {
        var in = BitReader.of(config);
        var type = (int) in.bits(5);
        var rate = rate(in);
        var channels = (int) in.bits(4);
        if (type == SBR || type == PARAMETRIC_STEREO) {
            rate(in);
            type = (int) in.bits(5);
        }
        return in.isExhausted() ? Optional.empty() : valid(type, rate, channels);
    }

    /// The rate may be written out instead of numbered.
    private static int rate(BitReader in) {
        var index = (int) in.bits(4);
        if (index != RATE_IN_NUMBERS) {
            return index;
        }
        var rate = in.bits(24);
        for (var i = 0; i < RATES.length; i++) {
            if (RATES[i] == rate) {
                return i;
            }
        }
        return RATE_IN_NUMBERS;
    }

    static Optional<AacFormat> of(AdtsHeader header) {
        return valid(header.objectType(), header.rateIndex(), header.channelConfiguration());
    }

    private static Optional<AacFormat> valid(int type, int rate, int channels) {
        return type >= 1 && type <= 4 && rate < RATES.length && channels >= 1 && channels <= 7
                ? Optional.of(new AacFormat(type, rate, channels))
                : Optional.empty();
    }

    public int sampleRate() {
        return RATES[rateIndex];
    }

    public byte[] config() {
        var bits = objectType << 11 | rateIndex << 7 | channels << 3;
        return new byte[] {(byte) (bits >> 8), (byte) bits};
    }

    /// A frame with its ADTS header; empty when it is longer than a header can say.
    public Optional<byte[]> adts(byte[] raw) {
        var length = AdtsHeader.SHORTEST + raw.length;
        if (length > 0x1FFF) {
            return Optional.empty();
        }
        return Optional.of(
                ByteBuffer.allocate(length)
                        .putShort((short) 0xFFF1)
                        .put((byte) ((objectType - 1) << 6 | rateIndex << 2 | channels >> 2))
                        .put((byte) ((channels & 3) << 6 | length >> 11))
                        .put((byte) (length >> 3))
                        .put((byte) ((length & 7) << 5 | 0x1F))
                        .put((byte) 0xFC)
                        .put(raw)
                        .array());
    }
}
