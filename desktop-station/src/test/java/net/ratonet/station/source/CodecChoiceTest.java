package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoFormat;
import org.junit.jupiter.api.Test;

final class CodecChoiceTest {

    private final List<VideoCodec> tried = new ArrayList<>();

    @Test
    void takesTheBestHardwareThatWorksAndTriesNothingWorse() {
        var choice =
                choose(
                        new CodecWish.Best(VideoFormat.H264),
                        Set.of(VideoCodec.H264_VAAPI, VideoCodec.H264_V4L2M2M));

        assertThat(choice).isEqualTo(new CodecChoice(VideoCodec.H264_VAAPI, ""));
        assertThat(tried)
                .containsExactly(VideoCodec.H264_NVENC, VideoCodec.H264_QSV, VideoCodec.H264_VAAPI);
    }

    @Test
    void takesTheCpuWithoutAWordWhenThereIsNoHardware() {
        var choice = choose(new CodecWish.Best(VideoFormat.H264), Set.of());

        assertThat(choice).isEqualTo(CodecChoice.USUAL);
    }

    @Test
    void saysWhyAWantedEncoderIsNotUsed() {
        var choice = choose(new CodecWish.Named(VideoCodec.H264_NVENC), Set.of());

        assertThat(choice.codec()).isEqualTo(VideoCodec.LIBX264);
        assertThat(choice.note())
                .isEqualTo(
                        "h264_nvenc does not work on this machine (no driver); libx264 is used"
                                + " instead");
    }

    @Test
    void fallsBackFromHevcToH264() {
        var choice = choose(new CodecWish.Best(VideoFormat.HEVC), Set.of());

        assertThat(choice.codec()).isEqualTo(VideoCodec.LIBX264);
        assertThat(choice.note()).startsWith("HEVC does not work on this machine");
        assertThat(tried).last().isEqualTo(VideoCodec.LIBX265);
    }

    @Test
    void neverTriesTheUsualEncoder() {
        assertThat(choose(new CodecWish.Named(VideoCodec.LIBX264), Set.of()))
                .isEqualTo(CodecChoice.USUAL);
        assertThat(tried).isEmpty();
    }

    private CodecChoice choose(CodecWish wish, Set<VideoCodec> working) {
        return CodecChoice.of(
                wish,
                codec -> {
                    tried.add(codec);
                    return new EncoderTrial(
                            codec,
                            working.contains(codec) ? Optional.empty() : Optional.of("no driver"));
                });
    }
}
