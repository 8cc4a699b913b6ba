package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.session.ChunkFan;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PlayApiTest {

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

    @Test
    void showsEachTokenWithWhatAPlayerNeeds() throws IOException {
        var made = makeToken("OBS at home", true);

        var listed = world.get("/api/me/play-tokens", ana).json().path("play_tokens");

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0)).isEqualTo(made);
        var token = made.path("token").asString();
        assertThat(made.path("http_url").asString())
                .isEqualTo(world.url("/play/" + id + ".ts?token=" + token));
        assertThat(made.path("srt_url").asString())
                .isEqualTo(
                        "srt://127.0.0.1:9000?streamid=play/live/%s&latency=500000&passphrase=operators-secret&pbkeylen=16"
                                .formatted(token));
        assertThat(made.at("/obs_media_source/input")).isEqualTo(made.path("srt_url"));
        assertThat(made.at("/obs_media_source/is_local_file").asBoolean(true)).isFalse();
    }

    @Test
    void playsTheProgrammeAndGoesOnThroughASilence() throws IOException {
        var programme = new ChunkFan(1_000_000);
        world.media.doors.programmes.put(id, programme);
        var token = makeToken("OBS", true).path("token").asString();
        programme.write(chunk(1));

        var playing = open("/play/%s.ts?token=%s".formatted(id, token));

        assertThat(playing.statusCode()).isEqualTo(200);
        assertThat(playing.headers().firstValue("Content-Type")).contains("video/mp2t");
        try (var in = playing.body()) {
            assertThat(in.readNBytes(376)).isEqualTo(chunk(1).packets());
            assertThat(in.readNBytes(7 * 188)).isEqualTo(nullPackets());
            programme.write(chunk(2));
            assertThat(nextMedia(in)).isEqualTo(chunk(2).packets());
        }
        Await.until("the player is gone", () -> world.media.control.players().watching(id) == 0);
        assertThat(programme.readers()).isEmpty();
    }

    @Test
    void waitsForALiveThatHasNotBegunAndTakesTheNextOne() throws IOException {
        var token = makeToken("OBS", true).path("token").asString();

        try (var in = open("/play/%s.ts?token=%s".formatted(id, token)).body()) {
            assertThat(in.readNBytes(7 * 188)).isEqualTo(nullPackets());
            var first = new ChunkFan(1_000_000);
            first.write(chunk(1));
            world.media.doors.programmes.put(id, first);
            assertThat(nextMedia(in)).isEqualTo(chunk(1).packets());

            var second = new ChunkFan(1_000_000);
            second.write(chunk(2));
            world.media.doors.programmes.put(id, second);
            first.end();

            assertThat(nextMedia(in)).isEqualTo(chunk(2).packets());
        }
    }

    @Test
    void sendsAwayWhoWatchesWithATokenThatIsRevoked() throws IOException {
        world.media.doors.programmes.put(id, new ChunkFan(1_000_000));
        var revoked = makeToken("old", true);
        var kept = makeToken("new", true);
        var old = open("/play/%s.ts?token=%s".formatted(id, revoked.path("token").asString()));
        var other = open("/play/%s.ts?token=%s".formatted(id, kept.path("token").asString()));

        var reply = world.delete("/api/me/play-tokens/" + revoked.path("id").asString(), ana);

        assertThat(reply.status()).isEqualTo(200);
        try (var in = old.body();
                var still = other.body()) {
            in.readAllBytes();
            assertThat(still.readNBytes(188)).hasSize(188);
        }
        assertThat(world.media.control.players().watching(id)).isEqualTo(1);
        assertThat(world.media.droppedPlayers).hasSize(1);
        assertThat(
                        world.delete("/api/me/play-tokens/" + revoked.path("id").asString(), ana)
                                .status())
                .isEqualTo(404);
    }

    @Test
    void opensForTheRightTokenOnly() throws IOException {
        var bia = world.approved("bia");
        var token = makeToken("OBS", true).path("token").asString();
        var key = world.media.channels.of(id).publishKey();

        assertThat(world.get("/play/" + id + ".ts").status()).isEqualTo(422);
        assertThat(world.get("/play/" + id + ".ts?token=").status()).isEqualTo(401);
        assertThat(world.get("/play/" + id + ".ts?token=" + key).status()).isEqualTo(401);
        assertThat(world.get("/play/%s.ts?token=%s".formatted(id, registered.apiKey())).status())
                .isEqualTo(401);
        assertThat(world.get("/play/%s.ts?token=%s".formatted(bia.account().id(), token)).status())
                .isEqualTo(401);
        assertThat(world.get("/play/..%2Fana.ts?token=" + token).status()).isIn(400, 401, 404);
    }

    @Test
    void letsNobodyWatchWhoWasNotApproved() throws IOException {
        var zoe = TestAccounts.register(world.accounts, "zoe");
        var token =
                world.post("/api/me/play-tokens", "{\"label\":\"x\"}", bearer(zoe.apiKey()))
                        .json()
                        .path("token")
                        .asString();

        var reply = world.get("/play/%s.ts?token=%s".formatted(zoe.account().id(), token));

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void hasRoomForSoManyPlayersOfOneStreamer() throws IOException {
        var path =
                "/play/%s.ts?token=%s".formatted(id, makeToken("x", true).path("token").asString());
        for (var player = 0; player < 20; player++) {
            assertThat(open(path).statusCode()).isEqualTo(200);
        }

        var oneTooMany = world.get(path);

        assertThat(oneTooMany.status()).isEqualTo(503);
    }

    @Test
    void answersAHeadWithoutPlaying() throws IOException {
        var token = makeToken("OBS", true).path("token").asString();

        var reply =
                world.send(
                        world.request("/play/%s.ts?token=%s".formatted(id, token))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(world.media.control.players().watching(id)).isZero();
    }

    @Test
    void refusesATokenWithoutALabel() throws IOException {
        var empty = world.post("/api/me/play-tokens", "{\"label\":\" \"}", ana);
        var lines = world.post("/api/me/play-tokens", "{\"label\":\"a\\nb\"}", ana);

        assertThat(empty.json().path("field").asString()).isEqualTo("label");
        assertThat(lines.json().path("field").asString()).isEqualTo("label");
    }

    private JsonNode makeToken(String label, boolean slate) throws IOException {
        var body = "{\"label\":\"%s\",\"slate\":%s}".formatted(label, slate);
        return world.post("/api/me/play-tokens", body, ana).json();
    }

    private HttpResponse<InputStream> open(String path) throws IOException {
        try {
            return world.client().send(world.request(path).build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /// Skips packets without content; two packets, as [#chunk] makes them.
    private static byte[] nextMedia(InputStream in) throws IOException {
        var packet = in.readNBytes(188);
        while (packet.length == 188 && packet[1] == 0x1F) {
            packet = in.readNBytes(188);
        }
        var both = Arrays.copyOf(packet, 376);
        System.arraycopy(in.readNBytes(188), 0, both, 188, 188);
        return both;
    }

    private static TsChunk chunk(int content) {
        var packets = new byte[376];
        Arrays.fill(packets, (byte) content);
        packets[0] = 0x47;
        packets[188] = 0x47;
        return new TsChunk(packets, content, true, 1);
    }

    private static byte[] nullPackets() {
        var packets = new byte[7 * 188];
        Arrays.fill(packets, (byte) 0xFF);
        for (var at = 0; at < packets.length; at += 188) {
            packets[at] = 0x47;
            packets[at + 1] = 0x1F;
            packets[at + 3] = 0x10;
        }
        return packets;
    }

    private static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }
}
