package net.ratonet.relay.output.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Platforms that are not ours, and what they got, decoded without forgiving anything.
@Timeout(120)
final class RealPlatformTest {

    private static final StreamerId ANA = new StreamerId("ana");

    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();
    private final OutputDesk desk =
            new OutputDesk(
                            OutputReach.of(InetAddress.getLoopbackAddress()::equals),
                            Ticker.system(),
                            new Random(1))
                    .start();

    @TempDir private Path folder;

    @AfterEach
    void closes() {
        desk.close();
        ffmpeg.close();
    }

    @Test
    @Tag("nginx")
    void nginxRecordsOneStreamThroughEverySeam() throws Exception {
        try (var nginx = Nginx.start(folder);
                var programme =
                        TestProgramme.of(ffmpeg, 2, TestClips.SMALL, TestClips.LARGE).start(1)) {
            goLive(nginx.url("KEY"), programme);
            Await.until(
                    "8 s have been sent",
                    Duration.ofSeconds(40),
                    () ->
                            desk.status(ANA).getFirst().inPhase().toSeconds() >= 8
                                    && desk.status(ANA).getFirst().phase() == OutputPhase.LIVE);
            desk.offAir(ANA);
            var recording = nginx.recording();

            assertThat(framesIn(recording, "v")).isBetween(220L, 290L);
            assertThat(framesIn(recording, "a")).isBetween(340L, 460L);
        }
    }

    @Test
    @Tag("nginx")
    void nginxRefusesAnotherStreamOfTheSameName() throws Exception {
        try (var nginx = Nginx.start(folder);
                var programme = TestProgramme.of(ffmpeg, 1, TestClips.SMALL).start(1)) {
            desk.targets(
                    ANA,
                    List.of(
                            new OutputTarget("one", nginx.url("KEY"), true),
                            new OutputTarget("two", nginx.url("KEY"), true)));
            desk.onAir(ANA, programme);

            Await.until(
                    "one is refused",
                    () ->
                            desk.status(ANA).stream()
                                    .anyMatch(status ->
                                            status.reason().english().contains("refused")));
            assertThat(desk.count(OutputPhase.LIVE)).isEqualTo(1);
        }
    }

    @Test
    void comesBackToAnFfmpegThatWasKilled() throws Exception {
        var port = freePort();
        try (var programme = TestProgramme.of(ffmpeg, 2, TestClips.SMALL).start(1)) {
            var first = listen(port, "first.flv");
            goLive("rtmp://127.0.0.1:%d/app/KEY".formatted(port), programme);
            Await.until("it is live", () -> desk.count(OutputPhase.LIVE) == 1);
            Await.until(
                    "it has sent something", () -> desk.status(ANA).getFirst().bytes() > 50_000);
            first.close();
            Await.until("it is noticed", () -> desk.counts().failures() > 0);

            var second = listen(port, "second.flv");
            Await.until(
                    "it is live again",
                    Duration.ofSeconds(60),
                    () -> desk.counts().connections() >= 2 && desk.count(OutputPhase.LIVE) == 1);
            Await.until(
                    "it has sent something", () -> desk.status(ANA).getFirst().bytes() > 150_000);
            desk.offAir(ANA);
            second.onExit().get(20, TimeUnit.SECONDS);

            assertThat(framesIn(folder.resolve("second.flv"), "v")).isGreaterThan(40);
        }
    }

    @Test
    void sendsHevcToAnFfmpeg() throws Exception {
        var port = freePort();
        try (var programme = TestProgramme.of(ffmpeg, 2, TestClips.HEVC).start(1)) {
            var platform = listen(port, "hevc.flv");
            goLive("rtmp://127.0.0.1:%d/app/KEY".formatted(port), programme);
            Await.until("it is live", () -> desk.count(OutputPhase.LIVE) == 1);
            Await.until(
                    "3 s have been sent",
                    () -> desk.status(ANA).getFirst().inPhase().toSeconds() >= 3);
            desk.offAir(ANA);
            platform.onExit().get(20, TimeUnit.SECONDS);

            assertThat(framesIn(folder.resolve("hevc.flv"), "v")).isGreaterThan(40);
            assertThat(framesIn(folder.resolve("hevc.flv"), "a")).isGreaterThan(60);
        }
    }

    private void goLive(String url, TestProgramme programme) {
        desk.targets(ANA, List.of(new OutputTarget("custom", url, true)));
        desk.onAir(ANA, programme);
    }

    private FfmpegChild listen(int port, String file) throws Exception {
        var child =
                ffmpeg.start(
                        "platform",
                        words(
                                "-v error -listen 1 -i rtmp://127.0.0.1:%d/app/KEY -c copy -y %s"
                                        .formatted(port, folder.resolve(file))));
        return child;
    }

    private long framesIn(Path recording, String kind) throws Exception {
        var child =
                ffmpeg.start(
                        "judge",
                        words(
                                "-v error -xerror -err_detect explode -i %s -map 0:%s -fps_mode passthrough -f framecrc pipe:1"
                                        .formatted(recording, kind)));
        var lines = new String(child.output().readAllBytes(), StandardCharsets.UTF_8);
        child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(child.lastWords()).isEmpty();
        assertThat(child.exitCode()).isEqualTo(OptionalInt.of(0));
        return lines.lines().filter(line -> !line.startsWith("#")).count();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> words(String line) {
        return List.of(line.split(" +", -1));
    }
}
