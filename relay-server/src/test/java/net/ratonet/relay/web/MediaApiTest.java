package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.ChunkFan;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.relay.session.ts.SampleStream;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaApiTest {

    private WebWorld world;
    private RegisterResult.Registered registered;
    private StreamerId id;
    private String[] ana;

    @BeforeEach
    void registerAna() throws IOException {
        world = WebWorld.open();
        registered = world.approved("ana");
        id = registered.account().id();
        ana = bearer(registered.apiKey());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brb", "live", "hold", "end"})
    void handsCommandsOnAndTellsWhatBecameOfThem(String command) throws IOException {
        var refused = world.post("/api/me/media/" + command, "", ana);
        world.media.doors.programmes.put(id, new ChunkFan(1_000));
        var done = world.post("/api/me/media/" + command, "", ana);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).isEqualTo("nothing is on air");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("message").asString()).isNotEmpty();
        assertThat(world.media.doors.asked).containsExactly(command + " " + id, command + " " + id);
    }

    @Test
    void startsAndStopsOneOutput() throws IOException {
        var started = world.post("/api/me/outputs/1/start", "", ana);
        var stopped = world.post("/api/me/outputs/1/stop", "", ana);
        var unknown = world.post("/api/me/outputs/7/stop", "", ana);

        assertThat(started.status()).isEqualTo(200);
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(world.media.doors.asked).startsWith("start 1 " + id, "stop 1 " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "99999", "1.0"})
    void knowsNoOutputOfAnotherNumber(String number) throws IOException {
        var reply = world.post("/api/me/outputs/" + number + "/start", "", ana);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(world.media.doors.asked).isEmpty();
    }

    @Test
    void showsWhatGoesOn() throws IOException {
        world.media.doors.programmes.put(id, new ChunkFan(1_000));

        var media = world.get("/api/me/media", ana).json();

        assertThat(media.path("live").asBoolean(true)).isFalse();
        assertThat(media.at("/programme/state").asString()).isEqualTo("live");
        assertThat(media.at("/outputs/0/platform").asString()).isEqualTo("Twitch");
        assertThat(media.at("/outputs/0/reason").asString())
                .isEqualTo("the platform refuses the key");
        assertThat(media.at("/advice/0").asString())
                .isEqualTo("key frames are 4 s apart, Twitch wants 2 s");
        assertThat(media.at("/recording/enabled").asBoolean(true)).isFalse();
    }

    /// One streamer's id may be the beginning of another's.
    @Test
    void showsEachStreamerTheirOwnChildrenOnly() throws IOException {
        var token = world.media.channels.createPlayToken(id, "OBS", true).orElseThrow();
        for (var name :
                List.of(
                        "srt-in-" + id,
                        "srt-in-" + id + "-2",
                        "srt-out-" + id + "-" + token.id(),
                        "srt-out-" + id + "-2-" + token.id())) {
            world.media.children.add(new FakeChild(name));
        }

        var own = world.get("/api/me/media", ana).json().path("children");
        var all = world.get("/api/admin/media", bearer(WebWorld.ADMIN)).json().path("children");

        assertThat(own.valueStream().map(child -> child.path("name").asString()))
                .containsExactlyInAnyOrder("srt-in-" + id, "srt-out-" + id + "-" + token.id());
        assertThat(own.at("/0/last_words/0").asString()).isEqualTo("frame lost");
        assertThat(all).hasSize(4);
    }

    @Test
    void isNotForEverybody() throws IOException {
        assertThat(world.get("/api/me/media").status()).isEqualTo(422);
        assertThat(world.post("/api/me/media/end", "").status()).isEqualTo(422);
        assertThat(world.get("/api/admin/media", ana).status()).isEqualTo(401);
        assertThat(world.post("/api/admin/streamers/" + id + "/kick", "", ana).status())
                .isEqualTo(401);
        assertThat(world.media.doors.asked).isEmpty();
    }

    @Test
    void showsTheOperatorPortsAndRoom() throws IOException {
        var media = world.get("/api/admin/media", bearer(WebWorld.ADMIN)).json();

        assertThat(media.at("/ports/srt").asInt()).isEqualTo(9000);
        assertThat(media.at("/recordings/nearly_full").asBoolean()).isTrue();
    }

    @Test
    void kicksNobodyWhoIsNotThere() throws IOException {
        var mine = world.post("/api/me/media/kick", "", ana);
        var admins = world.post("/api/admin/streamers/" + id + "/kick", "", bearer(WebWorld.ADMIN));

        assertThat(mine.status()).isEqualTo(409);
        assertThat(admins.status()).isEqualTo(409);
    }

    @Test
    void tellsTheOutputsOfNewDestinationsAtOnce() throws IOException {
        world.put(
                "/api/me/destinations",
                "[{\"platform\":\"twitch\",\"rtmp_url\":\"rtmp://t/app/live_1\"}]",
                ana);

        assertThat(world.media.doors.asked).containsExactly("destinations " + id);
    }

    @Test
    void givesOutRecordingsInParts() throws IOException {
        var file = Files.write(world.media.folder.resolve("one.ts"), new byte[] {0, 1, 2, 3, 4, 5});
        world.media.doors.recordings.put(id + "/2026-05-01/one.ts", file);

        var whole = world.get("/api/me/recordings/2026-05-01/one.ts", ana);
        var part =
                world.get("/api/me/recordings/2026-05-01/one.ts", with(ana, "Range", "bytes=2-3"));
        var beyond =
                world.get("/api/me/recordings/2026-05-01/one.ts", with(ana, "Range", "bytes=6-"));

        assertThat(whole.raw().body()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"ratonet-2026-05-01-one.ts\"");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.raw().body()).containsExactly(2, 3);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-3/6");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */6");
    }

    @Test
    void listsAndRemovesRecordings() throws IOException {
        var file = Files.write(world.media.folder.resolve("one.ts"), new byte[6]);
        world.media.doors.recordings.put(id + "/2026-05-01/one.ts", file);
        var bia = bearer(world.approved("bia").apiKey());

        var listed = world.get("/api/me/recordings", ana).json();
        var others = world.delete("/api/me/recordings/2026-05-01/one.ts", bia);
        var removed = world.delete("/api/me/recordings/2026-05-01/one.ts", ana);
        var again = world.delete("/api/me/recordings/2026-05-01/one.ts", ana);

        assertThat(listed.at("/recordings/0/name").asString()).isEqualTo("2026-05-01/one.ts");
        assertThat(listed.at("/recordings/0/bytes").asInt()).isEqualTo(6);
        assertThat(listed.path("nearly_full").asBoolean()).isTrue();
        assertThat(others.status()).isEqualTo(404);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(404);
    }

    @Test
    void measuresMediaForPrometheus() throws IOException {
        world.media.children.add(new FakeChild("srt-in-ana"));

        var page = world.get("/metrics").body();

        assertThat(page)
                .contains("ratonet_media_recording_bytes{} 95.0")
                .contains("ratonet_media_child_cpu_seconds{child=\"srt-in-ana\",pid=\"42\"} 1.5")
                .contains(
                        "ratonet_media_child_resident_bytes{child=\"srt-in-ana\",pid=\"42\"}"
                                + " 1000.0");
    }

    @Test
    void givesSwitchersTheStreamAsItReallyComesIn() throws IOException {
        publish();

        var sls = world.get("/stats?key=" + registered.pullKey()).json();
        var belabox = world.get("/stats/" + registered.pullKey()).json();

        var stream = sls.path("publishers").path("publish/live/" + id);
        assertThat(stream.path("rtt").asDouble()).isEqualTo(41.5);
        assertThat(stream.path("pktRcvDrop").asInt()).isEqualTo(3);
        assertThat(
                        belabox.path("publishers")
                                .path(registered.pullKey())
                                .path("dropped_pkts")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void playsTheFieldAsItComesToWhoWantsNoSlate() throws Exception {
        var token = world.media.channels.createPlayToken(id, "raw", false).orElseThrow();
        publish();

        var request = world.request("/play/%s.ts?token=%s".formatted(id, token.token())).build();
        var playing = world.client().send(request, BodyHandlers.ofInputStream());

        try (var in = playing.body()) {
            var first = in.readNBytes(188);
            assertThat(first[0]).isEqualTo((byte) 0x47);
            assertThat(first[1] & 0x1F).as("tables come first").isLessThan(0x1F);
        }
    }

    private void publish() {
        var right = world.media.keys.publish(registered.apiKey()).orElseThrow();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_000);
        var origin = new IngestOrigin(IngestProtocol.SRT, address, 0);
        var intake = ((Admission.Admitted) world.media.feeds.admit(right, origin)).intake();
        var stream = SampleStream.h264();
        intake.write(stream, 0, stream.length);
        intake.network(
                new NetworkStatistics(41.5, 100, 0, 0, 3, Duration.ofMillis(400), List.of()));
    }

    private static String[] with(String[] headers, String name, String value) {
        return new String[] {headers[0], headers[1], name, value};
    }

    private static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }
}
