package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ratonet.relay.account.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicApiTest {

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
    void listsApprovedStreamersOnly() throws IOException {
        world.approved("ana");
        TestAccounts.register(world.accounts, "bia");

        var list = world.get("/api/streamers").json();

        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "avatar_url", "color", "is_crown", "socials", "is_live");
    }

    @Test
    void addsTheLivePartToThoseWhoAreLive() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        for (var message : FieldMessages.ALL) {
            agent.send(message);
        }
        world.awaitPublic(ana, streamer -> streamer.has("starlink") && streamer.has("hardware"));

        var streamer = world.get("/api/streamers").json().get(0);

        assertThat(streamer.propertyNames())
                .contains("gps", "hardware", "network_links", "starlink", "health", "updated_at");
        assertThat(streamer.path("network_links").get(0).path("interface").asString())
                .isEqualTo("wwan0");
    }

    /// the predecessor gave e-mail, keys and destinations to anybody.
    @Test
    void givesNoSecretToTheWorld() throws IOException {
        var ana = world.approved("ana");
        var key = "?api_key=" + ana.apiKey();
        world.put(
                "/api/me/destinations" + key,
                "[{\"platform\":\"twitch\",\"rtmp_url\":\"rtmp://t/app/live_secret\"}]");
        world.put("/api/me/livepix" + key, "{\"token\":\"livepix_secret\"}");
        var id = ana.account().id();
        var dashboard = world.dashboard("");
        var agent = world.field(id, ana.apiKey());
        agent.send(FieldMessages.GPS);
        var update = dashboard.next("streamer_update").toString();

        var bodies =
                world.get("/api/streamers/" + id).body()
                        + world.get("/api/streamers").body()
                        + world.get("/api/health").body()
                        + world.get("/api/status").body()
                        + world.get("/api/overlay/data/" + id + "?pull_key=" + ana.pullKey()).body()
                        + update;

        assertThat(bodies)
                .doesNotContain(
                        "ana@example.org",
                        ana.apiKey(),
                        ana.pullKey(),
                        "secret",
                        "config",
                        "destinations");
    }

    @Test
    void tellsAnUnknownStreamerFromOneWhoIsNotApproved() throws IOException {
        var bia = TestAccounts.register(world.accounts, "bia");

        var unknown = world.get("/api/streamers/nobody");
        var pending = world.get("/api/streamers/" + bia.account().id());

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.detail()).isEqualTo("Streamer não encontrado");
        assertThat(pending.status()).isEqualTo(403);
        assertThat(pending.detail()).isEqualTo("Streamer não aprovado");
    }

    @Test
    void showsHealthByStreamer() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        agent.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.path("is_live").asBoolean());

        var health = world.get("/api/health").json().path(ana.account().id().value());

        assertThat(health.path("name").asString()).isEqualTo("ana");
        assertThat(health.path("health").propertyNames())
                .containsExactlyInAnyOrder(
                        "score", "state", "active_links", "total_links", "bitrate_kbps", "message");
    }

    @Test
    void countsWhoIsThere() throws IOException {
        var ana = world.approved("ana");
        TestAccounts.register(world.accounts, "bia");
        world.dashboard("").next();
        world.field(ana.account().id(), ana.apiKey()).send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var status = world.get("/api/status").json();

        assertThat(status.toString())
                .isEqualTo(
                        "{\"streamers_registered\":2,\"streamers_approved\":1,"
                                + "\"streamers_online\":1,\"dashboard_clients\":1,"
                                + "\"field_agents\":1}");
    }

    @Test
    void sparesThoseWhoHaveTheNewestListAlready() throws IOException {
        world.approved("ana");
        var first = world.get("/api/streamers");

        var second = world.get("/api/streamers", "If-None-Match", first.header("ETag"));

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }
}
