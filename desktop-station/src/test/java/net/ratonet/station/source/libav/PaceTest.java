package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
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

/// One live of a real encoder that sends all pictures, then every second one, then all again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PaceTest {

    private static final Bitrate BITRATE = Bitrate.ofKbps(1_500);

    private Path file = Path.of("");
    private List<VideoPacket> packets = List.of();
    private double slowFrom;
    private double slowTo;

    @BeforeAll
    void record(@TempDir Path folder) throws IOException, InterruptedException {
        file = folder.resolve("live.ts");
        try (var encoder = new RealEncoder()) {
            encoder.request(
                    new EncoderEvent.LiveRequested(
                            RealEncoder.job(file.toUri().toString(), new Resolution(1_280, 720))));
            encoder.request(new EncoderEvent.BitrateRequested(BITRATE));
            encoder.awaitStatistics(now -> now.frames() >= 75);
            encoder.request(new EncoderEvent.PaceRequested(2));
            var slow = encoder.awaitStatistics(now -> now.everyNth() == 2);
            var full = encoder.awaitStatistics(now -> now.frames() >= slow.frames() + 100);
            assertThat(full.framesPerSecond()).isCloseTo(15, within(2.0));
            encoder.request(new EncoderEvent.PaceRequested(1));
            var fast = encoder.awaitStatistics(now -> now.everyNth() == 1);
            encoder.awaitStatistics(now -> now.frames() >= fast.frames() + 75);
            encoder.request(new EncoderEvent.StopRequested());
            encoder.awaitState(EncoderState.Idle.class::isInstance);
        }
        packets = Ffmpeg.videoPackets(file);
        slowFrom = firstGap(.06, 1);
        slowTo = firstGap(.03, .05, slowFrom);
    }

    @Test
    void goesOnWithoutAGapAndInOrder() throws IOException, InterruptedException {
        for (var index = 1; index < packets.size(); index++) {
            assertThat(packets.get(index).seconds() - packets.get(index - 1).seconds())
                    .isBetween(.03, .2);
        }
        assertThat(Ffmpeg.complaints("-i", file.toString(), "-f", "null", "-")).isEmpty();
    }

    @Test
    void keepsTheGroupsAtTwoSecondsMeanwhile() {
        var keyFrames =
                packets.stream()
                        .filter(VideoPacket::keyFrame)
                        .mapToDouble(VideoPacket::seconds)
                        .toArray();

        assertThat(keyFrames).hasSizeGreaterThan(4);
        for (var index = 1; index < keyFrames.length; index++) {
            assertThat(keyFrames[index] - keyFrames[index - 1]).isBetween(.1, 2.1);
        }
    }

    @Test
    void spendsTheSameBitrateOnFewerPictures() {
        var bits =
                8
                        * packets.stream()
                                .filter(packet ->
                                        packet.seconds() >= slowFrom + 1
                                                && packet.seconds() < slowTo)
                                .mapToLong(VideoPacket::bytes)
                                .sum();

        assertThat(bits / (slowTo - slowFrom - 1)).isCloseTo(1_500_000, within(400_000.0));
    }

    private double firstGap(double least, double most) {
        return firstGap(least, most, 0);
    }

    private double firstGap(double least, double most, double after) {
        for (var index = 1; index < packets.size(); index++) {
            var gap = packets.get(index).seconds() - packets.get(index - 1).seconds();
            if (packets.get(index - 1).seconds() > after && gap >= least && gap < most) {
                return packets.get(index - 1).seconds();
            }
        }
        throw new AssertionError("no such gap");
    }
}
