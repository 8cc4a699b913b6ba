package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
    void givesAStationAKeyOfItsOwnForTheCode() throws IOException {
        var ana = world.approved("ana");
        var code = code(ana.apiKey());

        var paired = world.post("/api/pair", body(code));

        assertThat(paired.status()).isEqualTo(200);
        assertThat(paired.json().path("id").asString()).isEqualTo(ana.account().id().value());
        assertThat(paired.json().path("station").asString()).isEqualTo("Station 1");
        assertThat(paired.header("Cache-Control")).isEqualTo("no-store");
        assertThat(me(key(paired))).isEqualTo(200);
        assertThat(me(ana.apiKey())).isEqualTo(200);
    }

    @Test
    void disturbsNobodyWhoReportsWithAnotherKey() throws IOException {
        var ana = world.approved("ana");
        var first = pair(ana.apiKey(), "van");
        var old = world.field(ana.account().id(), ana.apiKey());
        var van = world.field(ana.account().id(), key(first));
        old.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));
        Await.until("the van is there", () -> station(ana, "van").path("connected").asBoolean());

        pair(ana.apiKey(), "boat");

        van.send(FieldMessages.GPS);
        old.send(FieldMessages.GPS);
        assertThat(station(ana, "van").path("connected").asBoolean()).isTrue();
        assertThat(station(ana, "boat").path("connected").asBoolean()).isFalse();
        assertThat(old.isClosed()).isFalse();
        assertThat(van.isClosed()).isFalse();
    }

    @Test
    void sendsAwayTheStationWhoseKeyIsRevokedAndNobodyElse() throws IOException {
        var ana = world.approved("ana");
        var van = pair(ana.apiKey(), "van");
        var boat = pair(ana.apiKey(), "boat");
        var vanAgent = world.field(ana.account().id(), key(van));
        var boatAgent = world.field(ana.account().id(), key(boat));
        Await.until(
                "both are there",
                () ->
                        station(ana, "van").path("connected").asBoolean()
                                && station(ana, "boat").path("connected").asBoolean());

        var revoked =
                world.delete(
                        "/api/me/stations/" + van.json().path("station_id").asString(), owner(ana));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(vanAgent.awaitClose().code()).isEqualTo(4001);
        assertThat(me(key(van))).isEqualTo(401);
        assertThat(me(key(boat))).isEqualTo(200);
        assertThat(boatAgent.isClosed()).isFalse();
        assertThat(world.delete("/api/me/stations/nothing", owner(ana)).status()).isEqualTo(404);
    }

    @Test
    void keepsStationsWhenTheAccountsKeyIsReplaced() throws IOException {
        var ana = world.approved("ana");
        var van = pair(ana.apiKey(), "van");
        var agent = world.field(ana.account().id(), key(van));
        var old = world.field(ana.account().id(), ana.apiKey());
        Await.until("the van is there", () -> station(ana, "van").path("connected").asBoolean());

        world.post("/api/me/keys/rotate", "", owner(ana));

        assertThat(old.awaitClose().code()).isEqualTo(4001);
        assertThat(me(key(van))).isEqualTo(200);
        assertThat(agent.isClosed()).isFalse();
    }

    @Test
    void tellsWhenAStationWasLastSeenAndNeverItsKey() throws IOException {
        var ana = world.approved("ana");
        var van = pair(ana.apiKey(), "van");
        assertThat(station(ana, "van").has("last_seen_at")).isFalse();

        world.field(ana.account().id(), key(van));

        Await.until("it was seen", () -> station(ana, "van").has("last_seen_at"));
        assertThat(world.get("/api/me/stations", owner(ana)).body()).doesNotContain(key(van));
    }

    @Test
    void takesTheNameThatTheOwnerGaveBeforeTheStationsOwn() throws IOException {
        var ana = world.approved("ana");
        var named = world.post("/api/me/pairing-code", "{\"name\":\"van\"}", owner(ana));
        var first =
                world.post(
                        "/api/pair",
                        "{\"code\":\"%s\",\"name\":\"raspberrypi\"}"
                                .formatted(named.json().path("code").asString()));
        var second =
                world.post(
                        "/api/pair",
                        "{\"code\":\"%s\",\"name\":\"raspberrypi\"}".formatted(code(ana.apiKey())));

        assertThat(first.json().path("station").asString()).isEqualTo("van");
        assertThat(second.json().path("station").asString()).isEqualTo("raspberrypi");
    }

    @Test
    void givesAStationsKeyNoSayOverKeys() throws IOException {
        var ana = world.approved("ana");
        var van = new String[] {"Authorization", "Bearer " + key(pair(ana.apiKey(), "van"))};
        var id = station(ana, "van").path("id").asString();

        assertThat(world.post("/api/me/keys/rotate", "", van).status()).isEqualTo(403);
        assertThat(world.post("/api/me/pairing-code", "", van).status()).isEqualTo(403);
        assertThat(world.get("/api/me/stations", van).status()).isEqualTo(403);
        assertThat(world.delete("/api/me/stations/" + id, van).status()).isEqualTo(403);
        assertThat(world.post("/api/me/station/orders", "{\"action\":\"ping\"}", van).detail())
                .contains("key of a station");
        var login = world.post("/api/login", "{\"api_key\":\"%s\"}".formatted(van[1].substring(7)));
        assertThat(login.status()).isEqualTo(403);
        assertThat(login.header("Set-Cookie")).isEmpty();
    }

    @Test
    void makesNoCodeForOneStationTooMany() throws IOException {
        var ana = world.approved("ana");
        var last = code(ana.apiKey());
        for (var index = 0; index < 20; index++) {
            world.accounts.stations().create(ana.account().id(), "");
        }

        assertThat(make(ana.apiKey()).status()).isEqualTo(409);
        assertThat(world.post("/api/pair", body(last)).detail()).contains("revoke one");
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

    private WebWorld.Reply pair(String owner, String name) throws IOException {
        var made =
                world.post(
                        "/api/me/pairing-code",
                        "{\"name\":\"%s\"}".formatted(name),
                        "Authorization",
                        "Bearer " + owner);
        return world.post("/api/pair", body(made.json().path("code").asString()));
    }

    private static String key(WebWorld.Reply paired) {
        return paired.json().path("api_key").asString();
    }

    private int me(String key) throws IOException {
        return world.get("/api/me", "Authorization", "Bearer " + key).status();
    }

    private static String[] owner(RegisterResult.Registered streamer) {
        return new String[] {"Authorization", "Bearer " + streamer.apiKey()};
    }

    private JsonNode station(RegisterResult.Registered streamer, String name) throws IOException {
        return world.get("/api/me/stations", owner(streamer))
                .json()
                .path("stations")
                .valueStream()
                .filter(station -> station.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String body(String code) {
        return "{\"code\":\"%s\"}".formatted(code);
    }
}
