package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocationApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static final String POINT = "{\"lat\":-23.5,\"lng\":-46.6,\"speed_kmh\":12}";

    @Test
    void bringsAStreamerOnlineWithoutAnAgent() throws IOException {
        var ana = world.approved("ana");
        var id = ana.account().id();
        var dashboard = world.dashboard("");
        dashboard.next("full_sync");

        var reply = report(id.value(), ana.apiKey(), POINT);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("lat").asDouble()).isEqualTo(-23.5);
        assertThat(dashboard.next().path("type").asString()).isEqualTo("streamer_online");
        var update = dashboard.next();
        assertThat(update.path("type").asString()).isEqualTo("streamer_update");
        assertThat(update.path("data").path("streamer").path("gps").path("lat").asDouble())
                .isEqualTo(-23.5);
    }

    @Test
    void refusesAKeyAndAnIdThatDoNotBelongTogether() throws IOException {
        var ana = world.approved("ana");
        var bia = world.approved("bia");

        var reply = report(bia.account().id().value(), ana.apiKey(), POINT);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.detail()).isEqualTo("Credenciais inválidas");
    }

    @Test
    void refusesAPositionThatIsNotOnEarth() throws IOException {
        var ana = world.approved("ana");
        var id = ana.account().id().value();

        var far = report(id, ana.apiKey(), "{\"lat\":91,\"lng\":0}");
        var none = report(id, ana.apiKey(), "{\"lng\":0}");

        assertThat(far.status()).isEqualTo(422);
        assertThat(far.json().path("field").asString()).isEqualTo("lat");
        assertThat(none.detail()).isEqualTo("lat is missing");
    }

    @Test
    void asksForTheStreamersId() throws IOException {
        var ana = world.approved("ana");

        var reply = world.post("/api/location?api_key=" + ana.apiKey(), POINT);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.detail()).isEqualTo("streamer_id is missing");
    }

    private WebWorld.Reply report(String id, String key, String body) throws IOException {
        return world.post("/api/location?streamer_id=" + id + "&api_key=" + key, body);
    }
}
