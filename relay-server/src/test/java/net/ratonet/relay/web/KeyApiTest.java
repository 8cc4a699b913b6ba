package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void cutsOffWhoeverHoldsTheOldApiKey() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        agent.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var rotated = world.post("/api/me/keys/rotate?api_key=" + ana.apiKey(), "");

        assertThat(agent.awaitClose().code()).isEqualTo(4001);
        assertThat(world.get("/api/me?api_key=" + ana.apiKey()).status()).isEqualTo(401);
        var key = rotated.json().path("api_key").asString();
        assertThat(world.get("/api/me?api_key=" + key).status()).isEqualTo(200);
    }

    @Test
    void replacesThePullKey() throws IOException {
        var ana = world.approved("ana");
        var overlay = "/api/overlay/data/" + ana.account().id() + "?pull_key=";

        var rotated = world.post("/api/me/pull-key/rotate?api_key=" + ana.apiKey(), "");

        assertThat(world.get(overlay + ana.pullKey()).status()).isEqualTo(401);
        var key = rotated.json().path("pull_key").asString();
        assertThat(world.get(overlay + key).status()).isEqualTo(200);
    }

    @Test
    void makesListsAndRevokesOverlayTokens() throws IOException {
        var key = "?api_key=" + world.approved("ana").apiKey();
        var path = "/api/me/overlay-tokens";
        var body = "{\"label\":\"car\",\"scopes\":[\"map\",\"speed\"]}";

        var made = world.post(path + key, body).json();
        var listed = world.get(path + key).json().path("overlay_tokens");
        var revoked = world.delete(path + "/" + made.path("id").asString() + key);

        assertThat(listed.get(0)).isEqualTo(made);
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(world.get(path + key).json().path("overlay_tokens").size()).isZero();
        assertThat(world.delete(path + "/nothing" + key).status()).isEqualTo(404);
    }

    @Test
    void refusesATokenWithoutScopes() throws IOException {
        var key = "?api_key=" + world.approved("ana").apiKey();

        var reply =
                world.post(
                        "/api/me/overlay-tokens" + key, "{\"label\":\"x\",\"scopes\":[\"all\"]}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("field").asString()).isEqualTo("scopes");
    }
}
