package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.ratonet.relay.session.ts.Codec;
import org.junit.jupiter.api.Test;

/// The records are those that libx264 and libx265 wrote into MP4 files.
final class ParameterSetsTest {

    static final byte[] AVC_720P30 =
            hex(
                    "0142c01fffe100176742c01fda014016ec0440000003004000000f03c60ca8"
                            + "01000468ce0fc8");
    static final byte[] AVC_1922X1078_25 =
            hex(
                    "0164002affe1001c6764002aacd940790227889b0110000003001000000303"
                            + "20f183196001000668ebe3cb22c0fdf8f800");
    static final byte[] HEVC_720P30 =
            hex(
                    "0101600000009000000000005df000fcfdf8f800000f03a000010018"
                            + "40010c01ffff01600000030090000003000003005d959409a10001"
                            + "002b42010101600000030090000003000003005da00280802d16595952930bc05a"
                            + "020000030002000003003c10a20001000644"
                            + "01c073c189");

    @Test
    void readsAndWritesAnAvcRecord() {
        var sets = ParameterSets.parse(Codec.H264, AVC_720P30).orElseThrow();

        assertThat(sets.record()).isEqualTo(AVC_720P30);
        assertThat(sets.picture()).contains(new Picture(1280, 720, 30));
    }

    @Test
    void readsACroppedPictureOfHighProfile() {
        var sets = ParameterSets.parse(Codec.H264, AVC_1922X1078_25).orElseThrow();

        assertThat(sets.picture()).contains(new Picture(1922, 1078, 25));
    }

    @Test
    void readsAndWritesAnHevcRecord() {
        var sets = ParameterSets.parse(Codec.HEVC, HEVC_720P30).orElseThrow();

        assertThat(ParameterSets.parse(Codec.HEVC, sets.record()).orElseThrow().nals())
                .containsExactlyElementsOf(sets.nals());
        assertThat(sets.record()).hasSameSizeAs(HEVC_720P30).startsWith(1, 1, 0x60);
        assertThat(sets.picture()).contains(new Picture(1280, 720, 30));
    }

    @Test
    void findsTheSetsAmongThePartsOfAPicture() {
        var sets = ParameterSets.parse(Codec.H264, AVC_720P30).orElseThrow();
        var slice = new byte[] {0x65, 1, 2, 3};
        var parts = List.of(new byte[] {9, 16}, sets.nals().get(0), sets.nals().get(1), slice);

        var found = ParameterSets.among(Codec.H264, parts);

        assertThat(found).hasValueSatisfying(some -> assertThat(some.isSameAs(sets)).isTrue());
        assertThat(ParameterSets.among(Codec.H264, List.of(slice))).isEmpty();
    }

    @Test
    void tellsDifferentSetsApart() {
        var one = ParameterSets.parse(Codec.H264, AVC_720P30).orElseThrow();
        var other = ParameterSets.parse(Codec.H264, AVC_1922X1078_25).orElseThrow();

        assertThat(one.isSameAs(other)).isFalse();
    }

    @Test
    void bearsGarbage() {
        for (var seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            bears(Codec.H264, spoilt(AVC_720P30, random));
            bears(Codec.H264, spoilt(AVC_1922X1078_25, random));
            bears(Codec.HEVC, spoilt(HEVC_720P30, random));
        }
    }

    private static void bears(Codec codec, byte[] record) {
        ParameterSets.parse(codec, record)
                .ifPresent(sets -> {
                    assertThat(sets.record()).isNotEmpty();
                    assertThat(sets.picture()).isNotNull();
                });
    }

    private static byte[] spoilt(byte[] original, Random random) {
        var spoilt = original.clone();
        for (var i = 0; i < 4; i++) {
            spoilt[1 + random.nextInt(spoilt.length - 1)] = (byte) random.nextInt();
        }
        return spoilt;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
