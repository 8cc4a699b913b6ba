package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.libav.Ffmpeg.VideoPacket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Records one live with a real encoder, lowers the bitrate in the middle of it, and looks at the
/// file. Rates are per second of media, so a slow machine does not change them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecordingTest {

    private static final Bitrate LOWER = Bitrate.ofKbps(1_000);

    private Path file = Path.of("");
    private List<VideoPacket> packets = List.of();
    private double changedAtSeconds;
    private long processBefore;
    private long processAfter;

    @BeforeAll
    void record(@TempDir Path folder) throws IOException, InterruptedException {
        file = folder.resolve("live.ts");
        try (var encoder = new RealEncoder()) {
            encoder.request(
                    new EncoderEvent.LiveRequested(
                            RealEncoder.job(file.toUri().toString(), new Resolution(1_280, 720))));
            encoder.awaitStatistics(statistics -> statistics.frames() >= 75);
            processBefore = RealEncoder.process().pid();
            encoder.request(new EncoderEvent.BitrateRequested(LOWER));
            var changed = encoder.awaitStatistics(s -> s.target().equals(LOWER));
            encoder.awaitStatistics(s -> s.frames() >= changed.frames() + 95);
            processAfter = RealEncoder.process().pid();
            encoder.request(new EncoderEvent.StopRequested());
            encoder.awaitState(EncoderState.Idle.class::isInstance);
            packets = Ffmpeg.videoPackets(file);
            changedAtSeconds = packets.get((int) changed.frames() - 1).seconds();
        }
    }

    @Test
    void holdsH264AndAacAsPromised() throws IOException, InterruptedException {
        var streams =
                Ffmpeg.probe(
                        file,
                        "-show_entries",
                        "stream=codec_name,width,height,has_b_frames,r_frame_rate,sample_rate,channels",
                        "-of",
                        "default=noprint_wrappers=1");

        assertThat(streams)
                .contains("codec_name=h264", "width=1280", "height=720", "r_frame_rate=30/1")
                .contains("has_b_frames=0")
                .contains("codec_name=aac", "sample_rate=48000", "channels=2");
    }

    @Test
    void hasAKeyFrameEveryTwoSeconds() {
        var keyFrames = packets.stream().filter(VideoPacket::keyFrame).toList();

        assertThat(keyFrames).hasSizeGreaterThanOrEqualTo(3);
        assertThat(gaps(keyFrames)).allMatch(gap -> Math.abs(gap - 2) < 0.001);
    }

    @Test
    void changesTheBitrateWithinASecondWithoutARestart() {
        var before = kbps(changedAtSeconds - 2.5, changedAtSeconds - 1.5);
        var firstSecond = kbps(changedAtSeconds, changedAtSeconds + 1);
        var afterwards = kbps(changedAtSeconds + 1, changedAtSeconds + 3);

        assertThat(before).isCloseTo(4_000, within(800.0));
        assertThat(firstSecond).isLessThan(1_700);
        assertThat(afterwards).isCloseTo(1_000, within(250.0));
        assertThat(processAfter).isEqualTo(processBefore);
    }

    @Test
    void decodesWithoutAnError() throws IOException, InterruptedException {
        assertThat(Ffmpeg.probe(file, "-count_frames", "-show_entries", "stream=nb_read_frames"))
                .contains("nb_read_frames=" + packets.size())
                .doesNotContainIgnoringCase("error");
    }

    private double kbps(double from, double to) {
        var bytes =
                packets.stream()
                        .filter(packet -> packet.seconds() >= from && packet.seconds() < to)
                        .mapToLong(VideoPacket::bytes)
                        .sum();
        return bytes * 8 / 1_000.0 / (to - from);
    }

    private static List<Double> gaps(List<VideoPacket> packets) {
        var gaps = new ArrayList<Double>();
        for (var index = 1; index < packets.size(); index++) {
            gaps.add(packets.get(index).seconds() - packets.get(index - 1).seconds());
        }
        return gaps;
    }
}
