package net.ratonet.relay.ingest.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FFmpeg as the encoder, and again as the judge of what the door made of its stream.
final class FfmpegPublishesTest {

    private static final String PICTURES = "-f lavfi -i testsrc2=size=320x180:rate=30";
    private static final String SOUND = "-f lavfi -i sine=frequency=440:sample_rate=48000";
    private static final String AAC = "-c:a aac -b:a 96k -ac 2";

    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();
    private final FakeRelay relay = new FakeRelay();

    @TempDir private Path folder;
    private RtmpServer server;

    @BeforeEach
    void opens() throws IOException {
        server = new RtmpServer(new RtmpConfig(0), relay, relay, Ticker.system()).start();
    }

    @AfterEach
    void closes() {
        server.close();
        ffmpeg.close();
    }

    @Test
    void takesH264WithBFramesAndAac() throws Exception {
        publish(
                "%s %s -t 3 -c:v libx264 -preset ultrafast -bf 2 -g 30 %s"
                        .formatted(PICTURES, SOUND, AAC));

        assertThat(frames("v")).hasSize(90);
        assertThat(frames("a").size()).isBetween(140, 145);
        assertThat(steps(frames("v"))).allMatch(step -> step >= 2_900 && step <= 3_100);
    }

    @Test
    void takesHevc() throws Exception {
        publish(
                "%s %s -t 2 -c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=2 -g 30 %s"
                        .formatted(PICTURES, SOUND, AAC));

        assertThat(frames("v")).hasSize(60);
        assertThat(frames("a").size()).isBetween(93, 97);
    }

    @Test
    void takesSoundAlone() throws Exception {
        publish("%s -t 3 %s".formatted(SOUND, AAC));

        assertThat(frames("a").size()).isBetween(140, 145);
    }

    @Test
    void letsFfmpegSayWhatIsWrongWithItsKey() throws Exception {
        var child =
                ffmpeg.start(
                        "wrong",
                        words(
                                "-v error %s -t 2 -c:v libx264 -preset ultrafast -f flv rtmp://127.0.0.1:%d/live/NO"
                                        .formatted(PICTURES, server.port())));
        child.onExit().get(20, TimeUnit.SECONDS);

        assertThat(String.join("\n", child.lastWords())).contains("knows no such stream key");
        assertThat(relay.intakes()).isEmpty();
    }

    private void publish(String how) throws Exception {
        var url = "rtmp://127.0.0.1:%d/live/KEY".formatted(server.port());
        var child = ffmpeg.start("encoder", words("-v error %s -f flv %s".formatted(how, url)));
        child.onExit().get(60, TimeUnit.SECONDS);
        assertThat(child.lastWords()).isEmpty();
        Await.until("the stream is over", () -> !relay.intakes().getFirst().isOpen());
        Files.write(recording(), relay.intakes().getFirst().bytes());
    }

    /// The time of each frame, decoded without forgiving anything.
    private List<Long> frames(String kind) throws Exception {
        var child =
                ffmpeg.start(
                        "judge",
                        words(
                                "-v error -xerror -err_detect explode -i %s -map 0:%s -fps_mode passthrough -copyts -enc_time_base 1/90000 -f framecrc pipe:1"
                                        .formatted(recording(), kind)));
        var times = new ArrayList<Long>();
        try (var lines = child.output()) {
            new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> times.add(Long.parseLong(line.split(",", -1)[2].strip())));
        }
        child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(child.lastWords()).isEmpty();
        assertThat(child.exitCode()).isEqualTo(OptionalInt.of(0));
        return times;
    }

    private static List<Long> steps(List<Long> times) {
        var steps = new ArrayList<Long>();
        for (var i = 1; i < times.size(); i++) {
            steps.add(times.get(i) - times.get(i - 1));
        }
        return steps;
    }

    private Path recording() {
        return folder.resolve("recording.ts");
    }

    private static List<String> words(String line) {
        return List.of(line.split(" +", -1));
    }
}
