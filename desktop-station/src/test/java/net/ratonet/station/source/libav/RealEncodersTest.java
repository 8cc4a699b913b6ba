package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.CodecWish;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.CodecChoice;
import net.ratonet.station.source.CodecSearch;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderProbe;
import net.ratonet.station.source.EncoderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Really tries encoders of this machine, in real child processes.
final class RealEncodersTest {

    private final EncoderProbe probe = new EncoderProbe(EncoderMain.class.getName());

    @Test
    void findsThatTheCpuEncodesBothFormats() {
        assertThat(probe.tryOut(VideoCodec.LIBX264).fault()).isEmpty();
        assertThat(probe.tryOut(VideoCodec.LIBX265).fault()).isEmpty();
    }

    @Test
    void saysWhyAnEncoderOfAnotherSystemDoesNotWork() {
        var foreign =
                System.getProperty("os.name", "").startsWith("Windows")
                        ? VideoCodec.H264_V4L2M2M
                        : VideoCodec.H264_MF;

        assertThat(probe.tryOut(foreign).fault())
                .contains("this FFmpeg has no encoder named " + foreign.libavName());
    }

    @Test
    void fallsBackToTheCpuWhenTheWantedOneDoesNotWork() throws InterruptedException {
        var search = new CodecSearch(new CodecWish.Named(VideoCodec.H264_MF), probe::tryOut);

        search.start();
        search.await(Duration.ofSeconds(60));

        assertThat(search.now().map(CodecChoice::codec)).contains(VideoCodec.LIBX264);
    }

    @Test
    void streamsHevcWhenWanted(@TempDir Path folder) throws Exception {
        var file = folder.resolve("live.ts");
        try (var encoder = new RealEncoder()) {
            encoder.request(
                    new EncoderEvent.LiveRequested(
                            new EncoderJob(
                                    StreamTarget.parse(file.toUri().toString()).orElseThrow(),
                                    new PictureFormat(new Resolution(640, 360), 30),
                                    Bitrate.ofKbps(1_000),
                                    VideoCodec.LIBX265)));
            encoder.awaitStatistics(statistics -> statistics.frames() >= 70);
            encoder.request(new EncoderEvent.StopRequested());
            encoder.awaitState(EncoderState.Idle.class::isInstance);
        }

        assertThat(Ffmpeg.probe(file, "-show_entries", "stream=codec_name,has_b_frames"))
                .contains("codec_name=hevc", "has_b_frames=0");
        assertThat(Ffmpeg.videoPackets(file).stream().filter(Ffmpeg.VideoPacket::keyFrame))
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
