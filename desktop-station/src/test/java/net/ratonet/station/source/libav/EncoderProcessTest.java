package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.source.EncoderEvent;
import net.ratonet.station.source.EncoderJob;
import net.ratonet.station.source.EncoderState.Running;
import net.ratonet.station.source.EncoderState.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real encoder processes, real receivers.
final class EncoderProcessTest {

    private static final Resolution SMALL = new Resolution(640, 360);

    @Test
    void comesBackAfterKill9(@TempDir Path folder) {
        try (var encoder = new RealEncoder()) {
            goLive(encoder, folder.resolve("live.ts").toUri().toString());
            encoder.awaitState(Running.class::isInstance);
            var first = RealEncoder.process();

            first.destroyForcibly();
            encoder.awaitState(Waiting.class::isInstance);
            encoder.awaitState(Running.class::isInstance);

            assertThat(RealEncoder.process().pid()).isNotEqualTo(first.pid());
        }
    }

    @Test
    void leavesNoProcessBehindWhenItsSupervisorCloses(@TempDir Path folder) {
        ProcessHandle process;
        try (var encoder = new RealEncoder()) {
            goLive(encoder, folder.resolve("live.ts").toUri().toString());
            encoder.awaitState(Running.class::isInstance);
            process = RealEncoder.process();
        }

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void saysWhyATargetCannotBeReachedButNotItsKey() throws IOException {
        var port = freeTcpPort();
        try (var encoder = new RealEncoder()) {
            goLive(encoder, "rtmp://127.0.0.1:" + port + "/live/secret-key");

            var waiting = (Waiting) encoder.awaitState(Waiting.class::isInstance);

            assertThat(waiting.reason())
                    .startsWith("Cannot reach rtmp://127.0.0.1:%d/***".formatted(port))
                    .contains("Connection refused")
                    .doesNotContain("secret-key");
        }
    }

    @Test
    void saysWhyAFileCannotBeWritten() {
        try (var encoder = new RealEncoder()) {
            goLive(encoder, "file:/no/such/folder/live.ts");

            var waiting = (Waiting) encoder.awaitState(Waiting.class::isInstance);

            assertThat(waiting.reason()).contains("No such file or directory");
        }
    }

    @Test
    void replacesAHardwareEncoderThatRefusesTheRealJob(@TempDir Path folder) {
        try (var encoder = new RealEncoder()) {
            encoder.request(
                    new EncoderEvent.LiveRequested(
                            new EncoderJob(
                                    StreamTarget.parse(folder.resolve("live.ts").toUri().toString())
                                            .orElseThrow(),
                                    new PictureFormat(SMALL, 30),
                                    RealEncoder.FIRST_BITRATE,
                                    missingHere())));

            var running = (Running) encoder.awaitState(Running.class::isInstance);

            assertThat(running.job().codec()).isEqualTo(VideoCodec.LIBX264);
        }
    }

    private static VideoCodec missingHere() {
        return System.getProperty("os.name", "").startsWith("Windows")
                ? VideoCodec.H264_V4L2M2M
                : VideoCodec.H264_MF;
    }

    @Test
    void streamsOverRtmp(@TempDir Path folder) throws Exception {
        var url = "rtmp://127.0.0.1:" + freeTcpPort() + "/live/demo";

        assertReceives(folder, url, "-listen", "1", "-i", url);
    }

    @Test
    void streamsOverSrt(@TempDir Path folder) throws Exception {
        var url = "srt://127.0.0.1:" + freeUdpPort();

        assertReceives(folder, url, "-i", url + "?mode=listener");
    }

    @Test
    void streamsOverUdp(@TempDir Path folder) throws Exception {
        var url = "udp://127.0.0.1:" + freeUdpPort();

        assertReceives(folder, url, "-i", url);
    }

    /// The receiver copies what it gets for a second of media and ends by itself. The encoder keeps
    /// trying until the receiver is there.
    private static void assertReceives(Path folder, String url, String... input) throws Exception {
        var file = folder.resolve("received.ts");
        var receiver = Ffmpeg.start(arguments(input, file));
        try (var encoder = new RealEncoder()) {
            goLive(encoder, url);

            assertThat(receiver.waitFor(60, TimeUnit.SECONDS)).as("the receiver got it").isTrue();
        } finally {
            receiver.destroyForcibly();
        }

        assertThat(Ffmpeg.probe(file, "-show_entries", "stream=codec_name,width"))
                .contains("codec_name=h264", "width=640", "codec_name=aac");
    }

    private static String[] arguments(String[] input, Path file) {
        var all = new String[input.length + 5];
        System.arraycopy(input, 0, all, 0, input.length);
        System.arraycopy(
                new String[] {"-t", "1", "-c", "copy", file.toString()}, 0, all, input.length, 5);
        return all;
    }

    private static void goLive(RealEncoder encoder, String url) {
        encoder.request(new EncoderEvent.LiveRequested(RealEncoder.job(url, SMALL)));
    }

    private static int freeTcpPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int freeUdpPort() throws IOException {
        try (var socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
