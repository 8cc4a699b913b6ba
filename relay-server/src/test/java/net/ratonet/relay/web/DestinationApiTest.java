package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DestinationApiTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static final String TWO =
            """
            [{"platform":"twitch","rtmp_url":"rtmp://live.twitch.tv/app/live_123456"},
             {"platform":"custom","rtmp_url":"rtmp://host/app/abc","enabled":false}]\
            """;

    @Test
    void replacesTheListAndMasksItsKeys() throws IOException {
        var key = world.approved("ana").apiKey();

        var put = world.put("/api/me/destinations?api_key=" + key, TWO);
        var masked = world.get("/api/me/destinations?api_key=" + key).json().path("destinations");
        var full = world.get("/api/me/destinations/full?api_key=" + key);

        assertThat(put.json().path("count").asInt()).isEqualTo(2);
        assertThat(masked.get(0).path("rtmp_url").asString())
                .isEqualTo("rtmp://live.twitch.tv/app/live***");
        assertThat(masked.get(0).path("enabled").asBoolean()).isTrue();
        assertThat(masked.get(1).path("rtmp_url").asString()).isEqualTo("rtmp://host/app/abc");
        assertThat(full.body()).contains("live_123456");
    }

    @Test
    void keepsTheLivePixToken() throws IOException {
        var key = world.approved("ana").apiKey();

        var put = world.put("/api/me/livepix?api_key=" + key, "{\"token\":\"lp_1\"}");
        var got = world.get("/api/me/livepix?api_key=" + key);

        assertThat(put.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("{\"token\":\"lp_1\"}");
    }

    @Test
    void refusesAListThatIsNone() throws IOException {
        var key = world.approved("ana").apiKey();

        var reply = world.put("/api/me/destinations?api_key=" + key, "{\"a\":1}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.detail()).contains("destinations");
    }
}
