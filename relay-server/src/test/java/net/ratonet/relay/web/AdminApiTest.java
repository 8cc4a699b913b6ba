package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ratonet.relay.account.TestAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static final String[] TOKEN = {"Authorization", "Bearer " + WebWorld.ADMIN};

    @Test
    void takesTheTokenWithAndWithoutTheWordBearer() throws IOException {
        assertThat(world.get("/api/admin/stats", TOKEN).status()).isEqualTo(200);
        assertThat(world.get("/api/admin/stats", "Authorization", WebWorld.ADMIN).status())
                .isEqualTo(200);
    }

    @Test
    void refusesAndRecordsAWrongToken() throws IOException {
        var wrong = world.get("/api/admin/stats", "Authorization", "Bearer guess");
        var none = world.get("/api/admin/stats");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.detail()).isEqualTo("Token de admin inválido");
        assertThat(none.status()).isEqualTo(401);
        var line = world.audit.page(Long.MAX_VALUE, 1).getFirst();
        assertThat(line.action()).isEqualTo("login");
        assertThat(line.outcome()).isEqualTo("refused");
        assertThat(line.address()).isEqualTo("127.0.0.1");
    }

    @Test
    void slowsDownWhoeverGuesses() throws IOException {
        WebWorld.Reply last = world.get("/api/admin/stats", "Authorization", "guess");
        for (var guess = 0; guess < 10 && last.status() == 401; guess++) {
            last = world.get("/api/admin/stats", "Authorization", "guess" + guess);
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotEmpty();
    }

    @Test
    void listsPendingStreamersToo() throws IOException {
        var bia = TestAccounts.register(world.accounts, "bia");

        var list = world.get("/api/admin/streamers", TOKEN);

        assertThat(list.json().get(0).path("approved").asBoolean()).isFalse();
        assertThat(list.json().get(0).path("is_live").asBoolean()).isFalse();
        assertThat(list.body()).contains("bia@example.org").doesNotContain(bia.apiKey());
    }

    @Test
    void approvesOnceAndSaysSoTheSecondTime() throws IOException {
        var bia = TestAccounts.register(world.accounts, "bia");
        var path = "/api/admin/streamers/" + bia.account().id() + "/approve";

        var first = world.post(path, "", TOKEN);
        var second = world.post(path, "", TOKEN);

        assertThat(first.json().propertyNames()).containsExactlyInAnyOrder("message", "id", "name");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("message").asString()).isEqualTo("Streamer já está aprovado");
        assertThat(world.post("/api/admin/streamers/nobody/approve", "", TOKEN).status())
                .isEqualTo(404);
    }

    @Test
    void givesAndTakesTheCrown() throws IOException {
        var ana = world.approved("ana");
        var path = "/api/admin/streamers/" + ana.account().id() + "/crown";

        assertThat(world.post(path, "", TOKEN).json().path("is_crown").asBoolean()).isTrue();
        assertThat(world.post(path, "", TOKEN).json().path("is_crown").asBoolean()).isFalse();
    }

    @Test
    void removesAStreamerFromEverywhere() throws IOException {
        var ana = world.approved("ana");
        var dashboard = world.dashboard("");
        var agent = world.field(ana.account().id(), ana.apiKey());
        agent.send(FieldMessages.GPS);
        dashboard.next("streamer_update");

        var removed = world.delete("/api/admin/streamers/" + ana.account().id(), TOKEN);

        assertThat(removed.json().path("name").asString()).isEqualTo("ana");
        assertThat(agent.awaitClose())
                .isEqualTo(new TestSocket.Closed(1008, "Removido pelo admin"));
        assertThat(dashboard.next("streamer_offline").path("data").path("streamer_id").asString())
                .isEqualTo(ana.account().id().value());
        assertThat(world.get("/api/me?api_key=" + ana.apiKey()).status()).isEqualTo(401);
        assertThat(world.get("/api/streamers").body()).isEqualTo("[]");
    }

    @Test
    void showsWhoIsOnline() throws IOException {
        var ana = world.approved("ana");
        world.field(ana.account().id(), ana.apiKey()).send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var stats = world.get("/api/admin/stats", TOKEN).json();

        assertThat(stats.propertyNames())
                .containsExactlyInAnyOrder(
                        "registered",
                        "approved",
                        "online",
                        "dashboards",
                        "field_agents",
                        "online_streamers");
        assertThat(stats.path("online_streamers").get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "name", "health_score", "health_state");
    }

    @Test
    void pagesThroughTheAuditTrail() throws IOException {
        var bia = TestAccounts.register(world.accounts, "bia");
        var path = "/api/admin/streamers/" + bia.account().id();
        world.post(path + "/approve", "", TOKEN);
        world.post(path + "/crown", "", TOKEN);

        var newest = world.get("/api/admin/audit?limit=1", TOKEN).json().path("entries");
        var older =
                world.get("/api/admin/audit?before=" + newest.get(0).path("id").asInt(), TOKEN)
                        .json()
                        .path("entries");

        assertThat(newest.get(0).path("action").asString()).isEqualTo("streamer.crown");
        assertThat(newest.get(0).path("subject").asString()).isEqualTo(bia.account().id().value());
        assertThat(older.get(0).path("action").asString()).isEqualTo("streamer.approve");
        assertThat(world.get("/api/admin/audit?limit=0", TOKEN).status()).isEqualTo(422);
        assertThat(world.get("/api/admin/audit?before=x", TOKEN).status()).isEqualTo(422);
    }
}
