package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ratonet.relay.account.RegisterResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatisticsApiTest {

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
    void speaksLikeAnSlsServer() throws IOException {
        var ana = live();

        var statistics = world.get("/stats?key=" + ana.pullKey()).json();

        assertThat(statistics.path("status").asString()).isEqualTo("ok");
        assertThat(statistics.path("publishers").path("publish/live/" + ana.account().id()))
                .hasSize(10);
    }

    @Test
    void speaksLikeABelaboxServer() throws IOException {
        var ana = live();

        var statistics = world.get("/stats/" + ana.pullKey()).json();

        assertThat(statistics.path("publishers").path(ana.pullKey()).propertyNames())
                .containsExactlyInAnyOrder("bitrate", "rtt", "dropped_pkts");
    }

    @Test
    void leavesOutWhoIsOffline() throws IOException {
        var ana = world.approved("ana");

        assertThat(world.get("/stats?key=" + ana.pullKey()).body())
                .isEqualTo("{\"publishers\":{},\"status\":\"ok\"}");
    }

    @Test
    void isNotForEverybody() throws IOException {
        live();

        assertThat(world.get("/stats").status()).isEqualTo(422);
        assertThat(world.get("/stats?key=x").status()).isEqualTo(401);
        assertThat(world.get("/stats/x").status()).isEqualTo(401);
    }

    private RegisterResult.Registered live() throws IOException {
        var ana = world.approved("ana");
        world.field(ana.account().id(), ana.apiKey()).send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));
        return ana;
    }
}
