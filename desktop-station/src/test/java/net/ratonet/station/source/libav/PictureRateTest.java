package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.libav.Ffmpeg.VideoPacket;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real encoder processes at other rates than 30.
final class PictureRateTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {25, 60})
    void keepsClosedGroupsOfTwoSecondsAtAnyRate(int framesPerSecond) throws Exception {
        var live = record(framesPerSecond);

        var packets = Ffmpeg.videoPackets(live);
        var keyFrames = packets.stream().filter(VideoPacket::keyFrame).toList();

        assertThat(Ffmpeg.probe(live, "-show_entries", "stream=r_frame_rate"))
                .contains("r_frame_rate=" + framesPerSecond + "/1");
        assertThat(keyFrames).hasSizeGreaterThanOrEqualTo(3);
        for (var index = 1; index < keyFrames.size(); index++) {
            assertThat(keyFrames.get(index).seconds() - keyFrames.get(index - 1).seconds())
                    .isBetween(1.999, 2.001);
        }
        assertThat(groups(live))
                .hasSize(keyFrames.size())
                .allSatisfy(group ->
                        assertThat(Ffmpeg.complaints("-i", group.toString(), "-f", "null", "-"))
                                .as("what a decoder says that begins with " + group.getFileName())
                                .isEmpty());
    }

    private Path record(int framesPerSecond) {
        var live = folder.resolve("live.ts");
        try (var encoder = new RealEncoder()) {
            encoder.request(
                    new EncoderEvent.LiveRequested(
                            new EncoderJob(
                                    StreamTarget.parse(live.toUri().toString()).orElseThrow(),
                                    new PictureFormat(new Resolution(426, 240), framesPerSecond),
                                    Bitrate.ofKbps(600),
                                    VideoCodec.LIBX264)));
            encoder.awaitStatistics(now -> now.frames() >= 4.5 * framesPerSecond);
            encoder.request(new EncoderEvent.StopRequested());
            encoder.awaitState(EncoderState.Idle.class::isInstance);
        }
        return live;
    }

    /// Each group of pictures as a file of its own.
    private List<Path> groups(Path live) throws IOException, InterruptedException {
        var said =
                Ffmpeg.complaints(
                        "-i",
                        live.toString(),
                        "-map",
                        "v",
                        "-c",
                        "copy",
                        "-f",
                        "segment",
                        "-segment_time",
                        "0.5",
                        folder.resolve("group%03d.ts").toString());
        assertThat(said).isEmpty();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("group"))
                    .sorted()
                    .toList();
        }
    }
}
