package net.ratonet.station.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.VideoCodec;
import org.junit.jupiter.api.Test;

final class CodecSearchTest {

    @Test
    void saysThatAnEncoderFailedAtWorkAndUsesTheOtherFromThenOn() throws InterruptedException {
        var search = found(VideoCodec.H264_NVENC);

        search.follow(VideoCodec.LIBX264);

        assertThat(search.now())
                .contains(
                        new CodecChoice(
                                VideoCodec.LIBX264,
                                "h264_nvenc passed its trial but failed at work; libx264 is used"
                                        + " until the station starts again"));
    }

    @Test
    void staysWithTheEncoderThatWorks() throws InterruptedException {
        var search = found(VideoCodec.H264_NVENC);

        search.follow(VideoCodec.H264_NVENC);

        assertThat(search.now()).contains(new CodecChoice(VideoCodec.H264_NVENC, ""));
    }

    private static CodecSearch found(VideoCodec codec) throws InterruptedException {
        var search =
                new CodecSearch(
                        new CodecWish.Named(codec),
                        tried -> new EncoderTrial(tried, Optional.empty()));
        search.start();
        search.await(Duration.ofSeconds(10));
        return search;
    }
}
