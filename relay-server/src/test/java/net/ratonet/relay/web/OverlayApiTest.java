package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverlayApiTest {

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
    void saysWhoIsOffline() throws IOException {
        var ana = world.approved("ana");

        var reply = data(ana.account().id(), ana.pullKey());

        assertThat(reply.body())
                .isEqualTo(
                        "{\"is_live\":false,\"streamer_id\":\"%s\",\"name\":\"ana\",\"livepix_token\":\"\"}"
                                .formatted(ana.account().id()));
    }

    @Test
    void showsEverythingThatOldOverlaysRead() throws IOException {
        var ana = live("ana");

        var overlay = data(ana.account().id(), ana.pullKey()).json();

        assertThat(overlay.propertyNames())
                .containsExactlyInAnyOrder(
                        "is_live",
                        "streamer_id",
                        "name",
                        "gps",
                        "hardware",
                        "network_links",
                        "starlink",
                        "health",
                        "location_name",
                        "livepix_token",
                        "updated_at");
    }

    @Test
    void refusesWrongForeignAndMissingKeys() throws IOException {
        var ana = world.approved("ana");
        var bia = world.approved("bia");
        var id = ana.account().id();

        assertThat(data(id, "pk_wrong").status()).isEqualTo(401);
        assertThat(data(id, bia.pullKey()).status()).isEqualTo(401);
        assertThat(data(id, ana.apiKey()).detail()).isEqualTo("Pull key inválida");
        assertThat(world.get("/api/overlay/data/" + id).status()).isEqualTo(422);
    }

    @Test
    void showsATokenNoMoreThanItsScopes() throws IOException {
        var ana = live("ana");
        var id = ana.account().id();

        var speed = data(id, token(ana, "speed")).json();
        var place = data(id, token(ana, "place")).json();
        var health = data(id, token(ana, "health")).json();
        var map = data(id, token(ana, "map")).json();

        assertThat(speed.path("gps").propertyNames())
                .containsExactlyInAnyOrder("speed_kmh", "altitude_m", "heading");
        assertThat(speed.has("health")).isFalse();
        assertThat(speed.has("location_name")).isFalse();
        assertThat(place.has("gps")).isFalse();
        assertThat(place.has("location_name")).isTrue();
        assertThat(health.has("gps")).isFalse();
        assertThat(health.has("health")).isTrue();
        assertThat(map.path("gps").has("lat")).isTrue();
        assertThat(map.has("hardware")).isFalse();
    }

    @Test
    void showsNothingToARevokedToken() throws IOException {
        var ana = live("ana");
        var key = "?api_key=" + ana.apiKey();
        var made =
                world.post(
                                "/api/me/overlay-tokens" + key,
                                "{\"label\":\"car\",\"scopes\":[\"map\"]}")
                        .json();
        var token = made.path("token").asString();
        assertThat(data(ana.account().id(), token).status()).isEqualTo(200);

        var revoked = world.delete("/api/me/overlay-tokens/" + made.path("id").asString() + key);

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(data(ana.account().id(), token).status()).isEqualTo(401);
    }

    private RegisterResult.Registered live(String name) throws IOException {
        var streamer = world.approved(name);
        var agent = world.field(streamer.account().id(), streamer.apiKey());
        for (var message : FieldMessages.ALL) {
            agent.send(message);
        }
        world.awaitPublic(streamer, seen -> seen.has("starlink") && seen.has("hardware"));
        return streamer;
    }

    private String token(RegisterResult.Registered streamer, String scope) throws IOException {
        return world.post(
                        "/api/me/overlay-tokens?api_key=" + streamer.apiKey(),
                        "{\"label\":\"%s\",\"scopes\":[\"%s\"]}".formatted(scope, scope))
                .json()
                .path("token")
                .asString();
    }

    private WebWorld.Reply data(StreamerId id, String key) throws IOException {
        return world.get("/api/overlay/data/" + id + "?pull_key=" + key);
    }
}
