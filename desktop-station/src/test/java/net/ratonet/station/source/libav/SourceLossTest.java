package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderFeed;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.SourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real encoder, real sources that FFmpeg makes.
final class SourceLossTest {

    private static final String[] WHITE = {
        "-re",
        "-f",
        "lavfi",
        "-i",
        "color=white:size=320x240:rate=30",
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:sample_rate=44100",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-tune",
        "zerolatency",
        "-g",
        "15"
    };

    @Test
    void bridgesALostSrtSourceWithoutAGap(@TempDir Path folder) throws Exception {
        var live = folder.resolve("live.ts");
        var url = "srt://127.0.0.1:" + freeUdpPort();
        var camera = camera(url + "?mode=listener");
        try (var encoder = new RealEncoder()) {
            encoder.request(new EncoderEvent.LiveRequested(job(live, url)));
            var seen =
                    encoder.awaitStatistics(now ->
                            now.feed().state() == SourceState.LIVE && now.feed().rmsDb() > -40);

            camera.destroyForcibly().waitFor();
            var lost = encoder.awaitStatistics(now -> now.feed().state() == SourceState.LOST);
            camera = camera(url + "?mode=listener");
            encoder.awaitStatistics(now ->
                    now.feed().state() == SourceState.LIVE
                            && now.frames() > lost.frames()
                            && now.feed().rmsDb() > -40);
            encoder.request(new EncoderEvent.StopRequested());
            encoder.awaitState(EncoderState.Idle.class::isInstance);

            assertThat(seen.feed().peakDb()).isBetween(-30.0, 0.0);
            assertThat(lost.feed().trouble()).isNotEmpty();
        } finally {
            camera.destroyForcibly();
        }

        assertHasNoGap(live);
    }

    @Test
    void playsAFileAgainAndAgain(@TempDir Path folder) throws Exception {
        var white = folder.resolve("white.ts");
        var made =
                Ffmpeg.start(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=white:size=320x240:rate=30",
                        "-t",
                        "1",
                        white.toString());
        assertThat(made.waitFor()).isZero();
        var live = folder.resolve("live.ts");

        try (var encoder = new RealEncoder()) {
            encoder.request(new EncoderEvent.LiveRequested(job(live, "file:" + white)));
            var first = encoder.awaitStatistics(now -> now.feed().state() == SourceState.LIVE);
            var later = encoder.awaitStatistics(now -> now.frames() > first.frames() + 3 * 30);

            assertThat(later.feed().state()).isEqualTo(SourceState.LIVE);
        }

        assertHasNoGap(live);
    }

    private static void assertHasNoGap(Path file) throws IOException, InterruptedException {
        var packets = Ffmpeg.videoPackets(file);
        assertThat(packets).hasSizeGreaterThan(60);
        for (var index = 1; index < packets.size(); index++) {
            assertThat(packets.get(index).seconds() - packets.get(index - 1).seconds())
                    .isBetween(.03, .6);
        }
    }

    private static Process camera(String url) throws IOException {
        var words = new ArrayList<>(List.of(WHITE));
        words.addAll(List.of("-f", "mpegts", url));
        return Ffmpeg.start(words.toArray(String[]::new));
    }

    private static EncoderJob job(Path live, String source) {
        var job = RealEncoder.job(live.toUri().toString(), new Resolution(640, 360));
        return new EncoderJob(
                StreamTarget.parse(live.toUri().toString()).orElseThrow(),
                job.picture(),
                job.bitrate(),
                job.codec(),
                new EncoderFeed(
                        VideoInput.parse(source).orElseThrow(),
                        new AudioInput.Auto(),
                        false,
                        false),
                Optional.empty());
    }

    private static int freeUdpPort() throws IOException {
        try (var socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
