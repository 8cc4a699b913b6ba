package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ratonet.relay.account.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealtimeIrlApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static final String PUSH =
            "{\"latitude\":-23.5,\"longitude\":-46.6,\"speed\":10,\"altitude\":700}";

    @Test
    void bringsInAPositionAndGivesItOut() throws IOException {
        var ana = world.approved("ana");

        var pushed = world.post("/api/rtirl/push?key=" + ana.apiKey(), PUSH);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));
        var pulled = world.get("/api/rtirl/pull?key=" + ana.pullKey()).json();

        assertThat(pushed.status()).isEqualTo(200);
        assertThat(pulled.path("location").path("latitude").asDouble()).isEqualTo(-23.5);
        assertThat(pulled.path("speed").asDouble()).isEqualTo(10);
        assertThat(pulled.path("altitude").path("WGS84").asDouble()).isEqualTo(700);
        assertThat(pulled.path("updatedAt").isNumber()).isTrue();
    }

    @Test
    void stopsAtOnce() throws IOException {
        var ana = world.approved("ana");
        world.post("/api/push?key=" + ana.apiKey(), PUSH);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var stopped = world.post("/api/stop?key=" + ana.apiKey(), "");
        world.awaitPublic(ana, streamer -> !streamer.path("is_live").asBoolean());

        assertThat(stopped.status()).isEqualTo(200);
        assertThat(world.get("/api/pull?key=" + ana.pullKey()).json().path("location").isNull())
                .isTrue();
    }

    @Test
    void givesThePositionOnlyToThoseWhoMaySeeTheMap() throws IOException {
        var ana = world.approved("ana");
        var health =
                world.post(
                                "/api/me/overlay-tokens?api_key=" + ana.apiKey(),
                                "{\"label\":\"h\",\"scopes\":[\"health\"]}")
                        .json()
                        .path("token")
                        .asString();

        assertThat(world.get("/api/rtirl/pull?key=" + health).status()).isEqualTo(401);
        assertThat(world.get("/api/rtirl/pull?key=" + ana.apiKey()).status()).isEqualTo(401);
        assertThat(world.get("/api/rtirl/pull").status()).isEqualTo(422);
    }

    @Test
    void takesPositionsOnlyWithTheApiKeyOfAnApprovedStreamer() throws IOException {
        var ana = world.approved("ana");
        var bia = TestAccounts.register(world.accounts, "bia");

        assertThat(world.post("/api/rtirl/push?key=" + ana.pullKey(), PUSH).status())
                .isEqualTo(401);
        assertThat(world.post("/api/rtirl/push", PUSH).status()).isEqualTo(422);
        assertThat(world.post("/api/rtirl/push?key=" + bia.apiKey(), PUSH).status()).isEqualTo(403);
        assertThat(world.post("/api/rtirl/push?key=" + ana.apiKey(), "{}").detail())
                .isEqualTo("latitude is missing");
    }
}
