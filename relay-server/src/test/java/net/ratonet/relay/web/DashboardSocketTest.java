package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.web.http.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardSocketTest {

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
    void beginsWithEverybodyWhoIsLive() throws IOException {
        var ana = liveStreamer("ana");

        var sync = world.dashboard("").next();

        assertThat(sync.path("type").asString()).isEqualTo("full_sync");
        var streamer = sync.path("data").path("streamers").get(0);
        assertThat(streamer.path("id").asString()).isEqualTo(ana.account().id().value());
        assertThat(streamer.propertyNames())
                .contains("name", "is_live", "gps", "network_links", "health", "updated_at");
    }

    /// A dashboard is public: nobody needs to be recognised again.
    @Test
    void setsNoCookie() throws IOException {
        try (var socket = StalledSocket.open(world.port, "/ws/dashboard")) {
            assertThat(socket.head())
                    .startsWith("HTTP/1.1 101")
                    .doesNotContainIgnoringCase("set-cookie");
        }
    }

    @Test
    void tellsOfComingUpdatingAndGoing() throws IOException {
        var ana = world.approved("ana");
        var id = ana.account().id().value();
        var dashboard = world.dashboard("");
        dashboard.next("full_sync");

        var agent = world.field(ana.account().id(), ana.apiKey());
        var online = dashboard.next();
        agent.send(FieldMessages.GPS);
        var update = dashboard.next();
        agent.closeNormally();
        var offline = dashboard.next();

        assertThat(online.path("type").asString()).isEqualTo("streamer_online");
        assertThat(online.path("data").path("streamer").path("id").asString()).isEqualTo(id);
        assertThat(update.path("type").asString()).isEqualTo("streamer_update");
        assertThat(update.path("data").path("streamer_id").asString()).isEqualTo(id);
        assertThat(offline.toString())
                .isEqualTo(
                        "{\"type\":\"streamer_offline\",\"data\":{\"streamer_id\":\"%s\"}}"
                                .formatted(id));
    }

    @Test
    void speaksDeltasWhenAskedByQuery() throws IOException {
        var ana = liveStreamer("ana");
        var id = ana.account().id().value();
        var dashboard = world.dashboard("?v=2");

        var snapshot = dashboard.next();
        world.post("/api/location?streamer_id=" + id + "&api_key=" + ana.apiKey(), POINT);
        var delta = dashboard.next();

        assertThat(snapshot.path("type").asString()).isEqualTo("snapshot");
        assertThat(snapshot.path("streamers").path(id).path("name").asString()).isEqualTo("ana");
        assertThat(delta.path("type").asString()).isEqualTo("delta");
        assertThat(delta.path("seq").asLong()).isEqualTo(snapshot.path("seq").asLong() + 1);
        assertThat(delta.path("streamers").path(id).path("gps").path("lat").asDouble())
                .isEqualTo(1.5);
        assertThat(delta.path("streamers").path(id).has("name")).isFalse();
        assertThat(dashboard.lastBinarySize()).isBetween(1, 250);
    }

    @Test
    void speaksDeltasWhenAskedBySubProtocol() throws IOException {
        liveStreamer("ana");

        var dashboard =
                TestSocket.speaking(world.client(), world.uri("/ws/dashboard"), "ratonet.v2");

        assertThat(dashboard.next().path("type").asString()).isEqualTo("snapshot");
        assertThat(dashboard.lastBinarySize()).isPositive();
    }

    @Test
    void speaksPlainDeltasWhenAsked() throws IOException {
        liveStreamer("ana");

        var dashboard = world.dashboard("?v=2&plain=1");

        assertThat(dashboard.next().path("type").asString()).isEqualTo("snapshot");
        assertThat(dashboard.lastBinarySize()).isZero();
    }

    @Test
    void sendsEverythingAnewToWhoLostCount() throws IOException {
        liveStreamer("ana");
        var dashboard = world.dashboard("?v=2");
        dashboard.next();

        dashboard.send("{\"type\":\"resync\"}");

        assertThat(dashboard.next().path("type").asString()).isEqualTo("snapshot");
    }

    @Test
    void turnsAwayMoreDashboardsThanItCanServe() throws IOException {
        try (var small = WebWorld.open(new Limits(0, 0, 1, 1_000), config -> config)) {
            small.dashboard("").next();

            var second = small.dashboard("");

            assertThat(second.awaitClose().code()).isEqualTo(1013);
        }
    }

    private static final String POINT = "{\"lat\":1.5,\"lng\":2}";

    private RegisterResult.Registered liveStreamer(String name) throws IOException {
        var streamer = world.approved(name);
        var agent = world.field(streamer.account().id(), streamer.apiKey());
        for (var message : FieldMessages.ALL) {
            agent.send(message);
        }
        world.awaitPublic(streamer, seen -> seen.has("starlink") && seen.has("hardware"));
        return streamer;
    }
}
