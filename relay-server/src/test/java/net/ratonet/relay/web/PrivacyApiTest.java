package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivacyApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static final String HOME =
            """
            {"delay_s":0,"precision":"exact","sharing":true,"zones":[
             {"type":"circle","name":"home","lat":-23.55,"lng":-46.63,"radius_m":500}]}\
            """;

    @Test
    void keepsTheRules() throws IOException {
        var key = "?api_key=" + world.approved("ana").apiKey();

        var put = world.put("/api/me/privacy" + key, HOME);
        var got = world.get("/api/me/privacy" + key);

        assertThat(put.status()).isEqualTo(200);
        assertThat(got.json()).isEqualTo(put.json());
        assertThat(got.json().path("zones").get(0).path("name").asString()).isEqualTo("home");
    }

    /// the predecessor showed the exact position to everybody.
    @Test
    void hidesAHomeZoneFromTheWorldButNotFromItsOwner() throws IOException {
        var ana = world.approved("ana");
        var id = ana.account().id();
        var key = "?api_key=" + ana.apiKey();
        world.put("/api/me/privacy" + key, HOME);
        var dashboard = world.dashboard("");
        dashboard.next("full_sync");

        world.field(id, ana.apiKey()).send(FieldMessages.GPS);

        var online = dashboard.next("streamer_online").path("data").path("streamer");
        assertThat(online.has("gps")).isFalse();
        world.awaitPublic(ana, streamer -> streamer.path("is_live").asBoolean());
        assertThat(world.get("/api/streamers").body()).doesNotContain("-23.55");
        assertThat(world.get("/api/overlay/data/" + id + "?pull_key=" + ana.pullKey()).body())
                .doesNotContain("-23.55");
        assertThat(world.get("/api/me" + key).json().path("gps").path("lat").asDouble())
                .isEqualTo(-23.55);
    }

    @Test
    void stopsSharingAtOnce() throws IOException {
        var ana = world.approved("ana");
        var key = "?api_key=" + ana.apiKey();
        world.field(ana.account().id(), ana.apiKey()).send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var stopped = world.post("/api/me/privacy/stop" + key, "");

        assertThat(stopped.json().path("sharing").asBoolean()).isFalse();
        assertThat(world.get("/api/streamers").json().get(0).has("gps")).isFalse();
    }

    @Test
    void namesTheRuleThatIsWrong() throws IOException {
        var key = "?api_key=" + world.approved("ana").apiKey();

        var reply = world.put("/api/me/privacy" + key, "{\"delay_s\":-1}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("field").asString()).isEqualTo("delay_s");
    }
}
