package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.testing.Await;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState;
import net.ratonet.station.source.LivePicture;
import net.ratonet.station.source.OutletState;
import net.ratonet.station.source.RecordingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real encoder processes that record, with and without a target.
final class LocalRecordingTest {

    private static final Resolution SMALL = new Resolution(320, 240);

    @TempDir private Path folder;

    @Test
    void leavesFilesThatCanBePlayedWhenItIsKilled() throws Exception {
        try (var encoder = new RealEncoder()) {
            encoder.request(new EncoderEvent.RecordingRequested(job(StreamTarget.NOWHERE, plan())));
            var seen =
                    encoder.awaitStatistics(
                            now -> now.frames() >= 100 && isMidFile(now.recording().fileBytes()));
            assertThat(seen.outlet().state()).isEqualTo(OutletState.NONE);

            RealEncoder.process().destroyForcibly();
            encoder.awaitState(EncoderState.Waiting.class::isInstance);
            encoder.request(new EncoderEvent.StopRequested());
        }

        var files = recorded();
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(Ffmpeg.videoPackets(file).getFirst().keyFrame()).isTrue());
        assertThat(Ffmpeg.complaints("-i", files.getFirst().toString(), "-f", "null", "-"))
                .isEmpty();
        assertThat(frames(files)).isGreaterThanOrEqualTo(90);
    }

    @Test
    void goesOnWhileTheTargetIsAwayAndReachesItLater() throws Exception {
        var url = "rtmp://127.0.0.1:" + freeTcpPort() + "/live/demo";
        var received = folder.resolve("received.flv");
        try (var encoder = new RealEncoder()) {
            encoder.request(new EncoderEvent.LiveRequested(job(target(url), plan())));
            var lost = encoder.awaitStatistics(now -> now.outlet().state() == OutletState.LOST);
            assertThat(lost.recording().state()).isEqualTo(RecordingState.ON);
            assertThat(lost.outlet().trouble()).contains("Connection refused");
            var process = RealEncoder.process().pid();

            var receiver =
                    Ffmpeg.start(
                            "-listen",
                            "1",
                            "-i",
                            url,
                            "-t",
                            "1",
                            "-c",
                            "copy",
                            received.toString());
            encoder.awaitStatistics(now -> now.outlet().state() == OutletState.OPEN);
            assertThat(receiver.waitFor(30, TimeUnit.SECONDS)).isTrue();
            encoder.awaitStatistics(now -> now.outlet().state() == OutletState.LOST);

            assertThat(RealEncoder.process().pid()).isEqualTo(process);
        }

        assertThat(Ffmpeg.complaints("-i", received.toString(), "-f", "null", "-")).isEmpty();
        assertThat(frames(recorded())).isGreaterThan(60);
    }

    @Test
    void staysLiveWhenTheFolderCannotBeWritten() throws Exception {
        var file = Files.createFile(folder.resolve("a-file"));
        var bad =
                new RecordingPlan(file.resolve("below"), 1_000_000, 100_000, Duration.ofMinutes(1));
        try (var encoder = new RealEncoder()) {
            encoder.request(
                    new EncoderEvent.LiveRequested(
                            job(target(folder.resolve("live.ts").toUri().toString()), bad)));

            var halted =
                    encoder.awaitStatistics(now ->
                            now.recording().state() == RecordingState.HALTED && now.frames() > 30);

            assertThat(halted.outlet().state()).isEqualTo(OutletState.OPEN);
            assertThat(halted.recording().note()).contains("below");
        }
    }

    @Test
    void beginsAndEndsWhileLive() throws Exception {
        try (var encoder = new RealEncoder()) {
            var live = target(folder.resolve("live.ts").toUri().toString());
            encoder.request(
                    new EncoderEvent.LiveRequested(
                            job(live, plan()).withRecording(Optional.empty())));
            encoder.awaitStatistics(now -> now.frames() > 40);
            assertThat(recorded()).isEmpty();

            encoder.request(new EncoderEvent.RecordingRequested(job(StreamTarget.NOWHERE, plan())));
            var on =
                    encoder.awaitStatistics(now ->
                            now.recording().state() == RecordingState.ON
                                    && now.recording().fileBytes() > 0);
            encoder.awaitStatistics(now -> now.frames() > on.frames() + 30);
            encoder.request(new EncoderEvent.RecordingEndRequested());
            var off = encoder.awaitStatistics(now -> now.recording().state() == RecordingState.OFF);
            encoder.awaitStatistics(now -> now.frames() > off.frames() + 30);
            encoder.request(new EncoderEvent.StopRequested());
            encoder.awaitState(EncoderState.Idle.class::isInstance);
        }

        assertThat(Ffmpeg.complaints("-i", recorded().getFirst().toString(), "-f", "null", "-"))
                .isEmpty();
        assertThat(frames(recorded())).isGreaterThan(25);
        assertThat(frames(List.of(folder.resolve("live.ts")))).isGreaterThan(130);
    }

    @Test
    void showsASmallPictureToWhoeverAsks() {
        try (var encoder = new RealEncoder()) {
            encoder.request(new EncoderEvent.RecordingRequested(job(StreamTarget.NOWHERE, plan())));
            encoder.awaitStatistics(now -> now.frames() > 0);
            assertThat(encoder.supervisor().preview().get()).isEqualTo(LivePicture.NONE);

            encoder.request(new EncoderEvent.PreviewRequested());
            Await.until(
                    "a picture comes",
                    () -> encoder.supervisor().preview().get() != LivePicture.NONE);

            assertThat(encoder.supervisor().preview().get().jpeg()).startsWith(0xFF, 0xD8);
        }
    }

    /// Half a second after its begin, or more, and as much before its end: it holds two seconds.
    private static boolean isMidFile(long bytes) {
        return bytes > 250_000 && bytes < 800_000;
    }

    private EncoderJob job(StreamTarget target, RecordingPlan plan) {
        return new EncoderJob(
                        target,
                        RealEncoder.job("udp://127.0.0.1:9", SMALL).picture(),
                        RealEncoder.FIRST_BITRATE,
                        RealEncoder.job("udp://127.0.0.1:9", SMALL).codec())
                .withRecording(Optional.of(plan));
    }

    private RecordingPlan plan() {
        return new RecordingPlan(
                folder.resolve("my recordings"), 1_000_000_000, 100_000_000, Duration.ofSeconds(1));
    }

    private static StreamTarget target(String url) {
        return StreamTarget.parse(url).orElseThrow();
    }

    private List<Path> recorded() throws IOException {
        var recordings = folder.resolve("my recordings");
        if (!Files.exists(recordings)) {
            return List.of();
        }
        try (var all = Files.list(recordings)) {
            return all.sorted().toList();
        }
    }

    private static int frames(List<Path> files) throws IOException, InterruptedException {
        var frames = 0;
        for (var file : files) {
            frames += Ffmpeg.videoPackets(file).size();
        }
        return frames;
    }

    private static int freeTcpPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
