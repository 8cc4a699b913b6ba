package net.ratonet.relay.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.output.rtmp.Nginx;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole relay between a real encoder and a platform that is not ours.
@Timeout(180)
final class MediaEndToEndTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();

    @TempDir private Path folder;
    private RunningRelay relay;
    private RunningRelay.Streamer ana;
    private Path stream;

    @BeforeEach
    void start() throws IOException {
        relay =
                RunningRelay.start(
                        folder, Map.of("OUTPUT_PRIVATE_HOSTS", "true", "SLATE_AFTER_MS", "1500"));
        ana = relay.approved("Ana");
        stream = Files.write(folder.resolve("stream.ts"), SampleStream.h264());
    }

    @AfterEach
    void stop() {
        ffmpeg.close();
        relay.close();
    }

    @Test
    @Tag("nginx")
    void keepsThePlatformThroughALossOfSignal() throws Exception {
        try (var nginx = Nginx.start(folder.resolve("nginx"))) {
            destinations(nginx.url("KEY"));
            var first = publish("srt");
            awaitProgramme("live");
            awaitOutput(1, "live");
            Await.until("the slate is ready", SOON, () -> problems().isEmpty());

            first.close();
            awaitProgramme("slate");
            awaitHealth(true);
            publish("srt");
            awaitProgramme("live");
            awaitHealth(false);

            assertThat(output(1).path("restarts").asInt()).isZero();
            relay.call("POST", "/api/me/media/end", ana.key(), "");
            assertThat(SampleStream.complaints(nginx.recording())).isEmpty();
        }
    }

    @Test
    @Tag("nginx")
    void sendsOneStreamToSeveralPlatformsAndRecordsIt() throws Exception {
        try (var one = Nginx.start(folder.resolve("one"));
                var two = Nginx.start(folder.resolve("two"))) {
            destinations(one.url("FIRST"), two.url("SECOND"), "rtmp://127.0.0.1:1/live/nobody");
            relay.call("PUT", "/api/me/channel", ana.key(), "{\"recording\":true}");
            publish("rtmp");

            awaitOutput(1, "live");
            awaitOutput(2, "live");

            awaitOutput(3, "waiting");
            Await.until(
                    "it is recorded",
                    SOON,
                    () -> media().path("recording").path("bytes").asLong() > 50_000);
            relay.call("POST", "/api/me/media/end", ana.key(), "");
            assertThat(SampleStream.complaints(one.recording())).isEmpty();
            assertThat(SampleStream.complaints(two.recording())).isEmpty();
        }
    }

    @Test
    void playsWhatIsPublishedOverHttpAndTellsScripts() throws Exception {
        publish("srt");
        awaitProgramme("live");
        var token =
                relay.call(
                                "POST",
                                "/api/me/play-tokens",
                                ana.key(),
                                "{\"label\":\"OBS\",\"slate\":true}")
                        .path("token")
                        .asString();

        var played = folder.resolve("played.ts");
        Files.write(played, play("/play/%s.ts?token=%s".formatted(ana.id(), token), 200_000));

        assertThat(SampleStream.packets(played, "v")).isNotEmpty();
        var pullKey = relay.call("GET", "/api/me", ana.key(), "").path("pull_key").asString();
        var publishers = relay.call("GET", "/stats?key=" + pullKey, "", "").path("publishers");
        assertThat(publishers.valueStream().findFirst().orElseThrow().path("bitrate").asInt())
                .isPositive();
    }

    private FfmpegChild publish(String protocol) throws IOException {
        var ingest = relay.call("GET", "/api/me/ingest", ana.key(), "");
        var container = protocol.equals("rtmp") ? "flv" : "mpegts";
        var url = ingest.path(protocol + "_url").asString().replace("localhost", "127.0.0.1");
        return ffmpeg.start(
                "encoder",
                List.of(
                        "-re",
                        "-stream_loop",
                        "-1",
                        "-i",
                        stream.toString(),
                        "-c",
                        "copy",
                        "-f",
                        container,
                        url));
    }

    private void destinations(String... urls) throws IOException {
        var list =
                List.of(urls).stream()
                        .map(url -> "{\"platform\":\"custom\",\"rtmp_url\":\"%s\"}".formatted(url))
                        .toList();
        relay.call("PUT", "/api/me/destinations", ana.key(), list.toString());
    }

    private JsonNode media() throws IOException {
        return relay.call("GET", "/api/me/media", ana.key(), "");
    }

    private JsonNode output(int number) throws IOException {
        return media().path("outputs").path(number - 1);
    }

    private List<String> problems() throws IOException {
        return media().path("programme")
                .path("problems")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private void awaitProgramme(String state) {
        Await.until(
                "the programme is " + state,
                SOON,
                () -> media().path("programme").path("state").asString("").equals(state));
    }

    private void awaitOutput(int number, String state) {
        Await.until(
                "output %d is %s".formatted(number, state),
                SOON,
                () -> output(number).path("state").asString("").equals(state));
    }

    private void awaitHealth(boolean down) {
        Await.until(
                down ? "the stream is down" : "the stream is up",
                SOON,
                () -> healthState().equals("down") == down);
    }

    private String healthState() throws IOException {
        var all = relay.call("GET", "/api/health", "", "");
        return all.path(ana.id()).path("health").path("state").asString("");
    }

    private byte[] play(String path, int bytes) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(relay.url() + path)).build();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return body.readNBytes(bytes);
            }
        }
    }
}
