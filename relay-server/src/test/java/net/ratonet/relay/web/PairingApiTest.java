package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairingApiTest {

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
    void givesAStationAFreshKeyForTheCode() throws IOException {
        var ana = world.approved("ana");
        var code = code(ana.apiKey());

        var paired = world.post("/api/pair", body(code));

        assertThat(paired.status()).isEqualTo(200);
        assertThat(paired.json().path("id").asString()).isEqualTo(ana.account().id().value());
        assertThat(paired.header("Cache-Control")).isEqualTo("no-store");
        var key = paired.json().path("api_key").asString();
        assertThat(world.get("/api/me", "Authorization", "Bearer " + key).status()).isEqualTo(200);
        assertThat(world.get("/api/me?api_key=" + ana.apiKey()).status()).isEqualTo(401);
    }

    @Test
    void sendsAwayWhoeverReportsWithTheOldKey() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        agent.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        world.post("/api/pair", body(code(ana.apiKey())));

        assertThat(agent.awaitClose().code()).isEqualTo(4001);
    }

    @Test
    void takesACodeOnlyOnce() throws IOException {
        var code = code(world.approved("ana").apiKey());
        world.post("/api/pair", body(code));

        var again = world.post("/api/pair", body(code));

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.detail()).contains("was used");
    }

    @Test
    void namesThisRelayInTheLinkAsTheCallerKnowsIt() throws IOException {
        var made = make(world.approved("ana").apiKey()).json();

        // The operator of the test world has set ws://relay/ws/field.
        assertThat(made.path("link").asString())
                .isEqualTo(
                        "ratonet://pair?server=ws%3A%2F%2Frelay%2Fws%2Ffield&code="
                                + made.path("code").asString());
    }

    @Test
    void slowsDownWhoeverGuesses() throws IOException {
        var statuses = new ArrayList<Integer>();
        for (var index = 0; index < 8; index++) {
            statuses.add(world.post("/api/pair", body("pc_guess" + index)).status());
        }

        assertThat(statuses.subList(0, 4)).containsOnly(404);
        assertThat(Collections.frequency(statuses, 429)).isPositive();
    }

    @Test
    void letsARightCodeInFromAnAddressThatHasToWait() throws IOException {
        var code = code(world.approved("ana").apiKey());
        for (var index = 0; index < 8; index++) {
            world.post("/api/pair", body("pc_guess" + index));
        }

        assertThat(world.post("/api/pair", body(code)).status()).isEqualTo(200);
    }

    @Test
    void makesNoCodeForStrangers() throws IOException {
        assertThat(make("rn_wrong").status()).isEqualTo(401);
    }

    private WebWorld.Reply make(String key) throws IOException {
        return world.post("/api/me/pairing-code", "", "Authorization", "Bearer " + key);
    }

    private String code(String key) throws IOException {
        return make(key).json().path("code").asString();
    }

    private static String body(String code) {
        return "{\"code\":\"%s\"}".formatted(code);
    }
}
