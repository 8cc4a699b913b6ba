package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ObsApiTest {

    private static final String OBS =
            """
            {"host":"obs.example","port":4444,"password":"hunter2",
             "scenes":{"live":"Rua","brb":"Volto já"},
             "timing":{"fallback_delay_s":1.5},"triggers":{"low":450},
             "options":{"instant_recover":true}}\
            """;

    private static final String NOALBS =
            """
            {"switcher":{"switchingScenes":{"normal":"Rua","low":"Fraca","offline":"Volto já"}},
             "software":{"type":"Obs","host":"obs.example","password":"hunter2","port":4444},
             "chat":{"platform":"Twitch"}}\
            """;

    private WebWorld world;
    private String anasKey;
    private String[] ana;

    @BeforeEach
    void registerAna() throws IOException {
        world = WebWorld.open();
        anasKey = world.approved("ana").apiKey();
        ana = bearer(anasKey);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void setsAndShowsMyObsWithoutItsPassword() throws IOException {
        var set = world.put("/api/me/obs", OBS, ana);
        var shown = world.get("/api/me/obs", ana);

        assertThat(set.status()).isEqualTo(200);
        assertThat(shown.json()).isEqualTo(set.json());
        assertThat(shown.body()).doesNotContain("hunter2");
        assertThat(shown.json().path("password_set").asBoolean()).isTrue();
        assertThat(shown.json().path("host").asString()).isEqualTo("obs.example");
        assertThat(shown.json().at("/scenes/live").asString()).isEqualTo("Rua");
        assertThat(shown.json().at("/timing/fallback_delay_s").asDouble()).isEqualTo(1.5);
        assertThat(shown.json().at("/timing/recovery_delay_s").asDouble()).isEqualTo(5);
        assertThat(shown.json().at("/triggers/low").asDouble()).isEqualTo(450);
        assertThat(shown.json().at("/options/instant_recover").asBoolean()).isTrue();
    }

    @Test
    void keepsThePasswordUntilItIsEmptied() throws IOException {
        world.put("/api/me/obs", OBS, ana);

        var kept = world.put("/api/me/obs", "{\"host\":\"other.example\"}", ana);
        var emptied =
                world.put("/api/me/obs", "{\"host\":\"other.example\",\"password\":\"\"}", ana);

        assertThat(kept.json().path("password_set").asBoolean()).isTrue();
        assertThat(emptied.json().path("password_set").asBoolean()).isFalse();
    }

    @Test
    void takesBackWhatItShows() throws IOException {
        var set = world.put("/api/me/obs", OBS, ana);

        var again = world.put("/api/me/obs", set.body(), ana);

        assertThat(again.json()).isEqualTo(set.json());
    }

    @Test
    void namesTheFieldThatIsWrong() throws IOException {
        var reply = world.put("/api/me/obs", "{\"host\":\"obs\",\"timing\":{\"dwell_s\":-1}}", ana);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("field").asString()).isEqualTo("timing.dwell_s");
        assertThat(world.get("/api/me/obs", ana).status()).isEqualTo(404);
    }

    @Test
    void removesMyObs() throws IOException {
        world.put("/api/me/obs", OBS, ana);

        var removed = world.delete("/api/me/obs", ana);
        var again = world.delete("/api/me/obs", english(ana));

        assertThat(removed.json().path("message").asString()).isEqualTo("OBS removido");
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.detail()).isEqualTo("You have set no OBS of your own");
    }

    @Test
    void showsMineToMeAlone() throws IOException {
        var bia = bearer(world.approved("bia").apiKey());
        world.put("/api/me/obs", OBS, ana);

        assertThat(world.get("/api/me/obs", bia).status()).isEqualTo(404);
        assertThat(world.get("/api/me/obs", bearer("wrong")).status()).isEqualTo(401);
        assertThat(world.get("/api/me/obs").status()).isEqualTo(422);
    }

    @Test
    void saysThatNothingWasStored() throws IOException {
        world.obsStore.broken(true);

        var reply = world.put("/api/me/obs", OBS, ana);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(world.get("/api/me/obs", ana).status()).isEqualTo(404);
    }

    @Test
    void takesOverFromNoalbs() throws IOException {
        var reply = world.post("/api/me/obs/import-noalbs", NOALBS, english(ana));
        var shown = world.get("/api/me/obs", ana);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("hunter2");
        assertThat(reply.json().path("dry_run").asBoolean()).isFalse();
        assertThat(reply.json().at("/not_taken_over/0").asString())
                .isEqualTo("Chat: commands are set up in the panel");
        assertThat(shown.json()).isEqualTo(reply.json().path("settings"));
        assertThat(shown.json().at("/scenes/low").asString()).isEqualTo("Fraca");
    }

    @Test
    void onlyTellsWhatADryRunWouldTakeOver() throws IOException {
        var reply = world.post("/api/me/obs/import-noalbs?dry_run=true", NOALBS, ana);

        assertThat(reply.json().path("dry_run").asBoolean()).isTrue();
        assertThat(reply.json().at("/settings/scenes/live").asString()).isEqualTo("Rua");
        assertThat(world.get("/api/me/obs", ana).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoNoalbsFile() throws IOException {
        var stranger = world.post("/api/me/obs/import-noalbs", "{\"obs\":{}}", ana);
        var broken = world.post("/api/me/obs/import-noalbs", "{", ana);
        var unsure = world.post("/api/me/obs/import-noalbs?dry_run=perhaps", NOALBS, ana);

        assertThat(stranger.json().path("field").asString()).isEqualTo("switcher");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(unsure.json().path("field").asString()).isEqualTo("dry_run");
    }

    @Test
    void needsTheTokenOfAPageThatChangesSomething() throws IOException {
        var login = world.post("/api/login", "{\"api_key\":\"%s\"}".formatted(anasKey));
        var cookie = login.header("Set-Cookie").split(";", 2)[0];
        var token = login.json().path("csrf_token").asString();

        var without = world.put("/api/me/obs", OBS, "Cookie", cookie);
        var with = world.put("/api/me/obs", OBS, "Cookie", cookie, "X-CSRF-Token", token);

        assertThat(without.status()).isEqualTo(403);
        assertThat(with.status()).isEqualTo(200);
        assertThat(world.get("/api/me/obs", "Cookie", cookie).status()).isEqualTo(200);
    }

    private static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }

    private static String[] english(String... headers) {
        return new String[] {headers[0], headers[1], "Accept-Language", "en-GB,en;q=0.8"};
    }
}
