package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an old agent, an old dashboard and an old script do, end to end.
class FirstContactTest {

    private static final String GPS =
            """
            {"type":"gps","data":{"lat":-23.55,"lng":-46.63,"speed_kmh":42.5,"altitude_m":760,
             "heading":90,"satellites":9,"fix":"3d"}}\
            """;

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
    void carriesAPositionFromAnAgentToADashboardAndToTheApi() throws IOException {
        var ana = world.approved("ana");
        var dashboard = world.dashboard("");
        assertThat(dashboard.next().path("type").asString()).isEqualTo("full_sync");

        var agent = world.field(ana.account().id(), ana.apiKey());
        agent.send(GPS);

        var update = dashboard.next("streamer_update").path("data");
        assertThat(update.path("streamer_id").asString()).isEqualTo(ana.account().id().value());
        assertThat(update.path("streamer").path("gps").path("speed_kmh").asDouble())
                .isEqualTo(42.5);
        var listed = world.get("/api/streamers").json().get(0);
        assertThat(listed.path("is_live").asBoolean()).isTrue();
    }

    @Test
    void registersAndShowsTheProfile() throws IOException {
        var registered =
                world.post("/api/register", "{\"name\":\"Bia\",\"email\":\"bia@example.org\"}");

        var key = registered.json().path("api_key").asString();
        var profile = world.get("/api/me?api_key=" + key);

        assertThat(registered.status()).isEqualTo(200);
        assertThat(profile.json().path("name").asString()).isEqualTo("Bia");
        assertThat(profile.body()).doesNotContain(key);
    }
}
