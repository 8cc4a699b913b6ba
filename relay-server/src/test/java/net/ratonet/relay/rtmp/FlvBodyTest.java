package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import net.ratonet.relay.session.ts.Codec;
import org.junit.jupiter.api.Test;

final class FlvBodyTest {

    private static final byte[] PICTURE = {0, 0, 0, 2, 0x65, 1};

    @Test
    void readsWhatItWroteOfH264() {
        assertFrame(FlvVideo.parse(FlvVideo.avcFrame(true, 40, PICTURE)), Codec.H264, true, 40);
        assertFrame(FlvVideo.parse(FlvVideo.avcFrame(false, -7, PICTURE)), Codec.H264, false, -7);
        assertThat(FlvVideo.parse(FlvVideo.avcConfig(PICTURE)))
                .isInstanceOfSatisfying(
                        FlvBody.Config.class,
                        config -> {
                            assertThat(config.codec()).isEqualTo(Codec.H264);
                            assertThat(config.record()).isEqualTo(PICTURE);
                        });
    }

    @Test
    void readsWhatItWroteOfHevc() {
        assertFrame(FlvVideo.parse(FlvVideo.hevcFrame(true, 0, PICTURE)), Codec.HEVC, true, 0);
        assertFrame(FlvVideo.parse(FlvVideo.hevcFrame(false, 80, PICTURE)), Codec.HEVC, false, 80);
        assertThat(FlvVideo.parse(FlvVideo.hevcConfig(PICTURE)))
                .isInstanceOfSatisfying(
                        FlvBody.Config.class,
                        config -> assertThat(config.codec()).isEqualTo(Codec.HEVC));
    }

    @Test
    void readsWhatItWroteOfAac() {
        assertThat(FlvAudio.parse(FlvAudio.aacFrame(PICTURE)))
                .isInstanceOfSatisfying(
                        FlvBody.Frame.class, frame -> assertThat(frame.bytes()).isEqualTo(PICTURE));
        assertThat(FlvAudio.parse(FlvAudio.aacConfig(new byte[] {0x11, (byte) 0x90})))
                .isInstanceOfSatisfying(
                        FlvBody.Config.class,
                        config -> assertThat(config.codec()).isEqualTo(Codec.AAC));
    }

    @Test
    void readsEnhancedAac() {
        assertThat(FlvAudio.parse(hex("91 6d703461 aabb")))
                .isInstanceOfSatisfying(
                        FlvBody.Frame.class,
                        frame -> assertThat(frame.bytes()).asHexString().isEqualTo("AABB"));
    }

    @Test
    void passesOverModifiers() {
        var body = FlvVideo.parse(hex("97 02 010203 03 61766331 0000000265ff"));

        assertFrame(body, Codec.H264, true, 0);
    }

    @Test
    void namesWhatItDoesNotCarry() {
        assertThat(FlvVideo.parse(hex("90 76703039 00")))
                .isEqualTo(new FlvBody.NotTaken("video in vp09"));
        assertThat(FlvVideo.parse(hex("96 10 68766331 00")))
                .isEqualTo(new FlvBody.NotTaken("several tracks of video in one stream"));
        assertThat(FlvVideo.parse(hex("12 00 00")))
                .isEqualTo(new FlvBody.NotTaken("video of the old kind 2"));
        assertThat(FlvAudio.parse(hex("90 4f707573 00")))
                .isEqualTo(new FlvBody.NotTaken("audio in Opus"));
        assertThat(FlvAudio.parse(hex("2f ff")))
                .isEqualTo(new FlvBody.NotTaken("audio of the old kind 2"));
    }

    @Test
    void readsNothingFromEndsAndMetadata() {
        assertThat(FlvVideo.parse(hex("17 02 000000"))).isEqualTo(new FlvBody.Nothing());
        assertThat(FlvVideo.parse(hex("94 68766331 02"))).isEqualTo(new FlvBody.Nothing());
        assertThat(FlvVideo.parse(new byte[0])).isEqualTo(new FlvBody.Nothing());
        assertThat(FlvAudio.parse(hex("af"))).isEqualTo(new FlvBody.Nothing());
    }

    @Test
    void bearsGarbage() {
        for (var seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var garbage = new byte[random.nextInt(24)];
            random.nextBytes(garbage);

            assertThat(FlvVideo.parse(garbage)).isNotNull();
            assertThat(FlvAudio.parse(garbage)).isNotNull();
        }
    }

    private static void assertFrame(FlvBody body, Codec codec, boolean keyFrame, int composition) {
        assertThat(body)
                .isInstanceOfSatisfying(
                        FlvBody.Frame.class,
                        frame -> {
                            assertThat(frame.codec()).isEqualTo(codec);
                            assertThat(frame.keyFrame()).isEqualTo(keyFrame);
                            assertThat(frame.compositionMs()).isEqualTo(composition);
                            assertThat(frame.bytes()).startsWith(0, 0, 0, 2, 0x65);
                        });
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
