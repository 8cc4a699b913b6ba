package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String cookie(WebWorld.Reply login) {
        return login.header("Set-Cookie").split(";", 2)[0];
    }

    private WebWorld.Reply adminLogin() throws IOException {
        return world.post("/api/admin/login", "{\"token\":\"" + WebWorld.ADMIN + "\"}");
    }

    @Test
    void handsTheAdminACookieThatScriptsCannotRead() throws IOException {
        var login = adminLogin();

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(login.body()).doesNotContain(cookie(login).split("=", 2)[1]);
        assertThat(world.get("/api/admin/stats", "Cookie", cookie(login)).status()).isEqualTo(200);
    }

    @Test
    void letsASessionChangeNothingWithoutItsCsrfToken() throws IOException {
        var ana = world.approved("ana");
        var login = adminLogin();
        var path = "/api/admin/streamers/" + ana.account().id() + "/crown";

        var without = world.post(path, "", "Cookie", cookie(login));
        var wrong = world.post(path, "", "Cookie", cookie(login), "X-CSRF-Token", "x");
        var with = world.post(path, "", "Cookie", cookie(login), "X-CSRF-Token", csrf(login));

        assertThat(without.status()).isEqualTo(403);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(with.status()).isEqualTo(200);
    }

    private static String csrf(WebWorld.Reply login) {
        return login.json().path("csrf_token").asString();
    }

    @Test
    void tellsAReloadedPageItsCsrfTokenAgain() throws IOException {
        var login = adminLogin();

        var session = world.get("/api/admin/session", "Cookie", cookie(login));

        assertThat(session.json().path("csrf_token").asString()).isEqualTo(csrf(login));
        assertThat(world.get("/api/admin/session").status()).isEqualTo(401);
    }

    @Test
    void forgetsASessionAtLogout() throws IOException {
        var login = adminLogin();

        var logout = world.post("/api/admin/logout", "", "Cookie", cookie(login));

        assertThat(logout.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(world.get("/api/admin/stats", "Cookie", cookie(login)).status()).isEqualTo(401);
    }

    @Test
    void refusesALoginThatAForeignPageStarted() throws IOException {
        var ana = world.approved("ana");
        var body = "{\"api_key\":\"" + ana.apiKey() + "\"}";

        var foreign = world.post("/api/login", body, "Sec-Fetch-Site", "cross-site");
        var own = world.post("/api/login", body, "Sec-Fetch-Site", "same-origin");

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void slowsDownAndRecordsWhoGuessesPanelKeys() throws IOException {
        var last = 0;
        for (var guess = 0; guess < 6; guess++) {
            last = world.post("/api/login", "{\"api_key\":\"rn_" + guess + "\"}").status();
        }

        assertThat(last).isEqualTo(429);
        assertThat(audited()).contains("login panel refused");
    }

    @Test
    void recordsNoLogoutOfSomebodyWhoWasNotIn() throws IOException {
        var logout = world.post("/api/admin/logout", "");

        assertThat(logout.status()).isEqualTo(401);
        assertThat(audited()).isEmpty();
    }

    private List<String> audited() throws IOException {
        return world.audit.page(Long.MAX_VALUE, 50).stream()
                .map(entry -> entry.action() + " " + entry.subject() + " " + entry.outcome())
                .toList();
    }

    @Test
    void logsAStreamerInToThePanelOnly() throws IOException {
        var ana = world.approved("ana");

        var login = world.post("/api/login", "{\"api_key\":\"" + ana.apiKey() + "\"}");
        var profile = world.get("/api/me", "Cookie", cookie(login));

        assertThat(profile.json().path("name").asString()).isEqualTo("ana");
        assertThat(world.get("/api/admin/stats", "Cookie", cookie(login)).status()).isEqualTo(401);
        assertThat(
                        world.get("/api/me/config", "Cookie", cookie(login))
                                .json()
                                .path("api_key")
                                .asString())
                .isEmpty();
        assertThat(world.put("/api/me", "{\"name\":\"x\"}", "Cookie", cookie(login)).status())
                .isEqualTo(403);
    }

    @Test
    void doesNotTakeAStreamersSessionForTheAdmins() throws IOException {
        var ana = world.approved("ana");
        var login = world.post("/api/login", "{\"api_key\":\"" + ana.apiKey() + "\"}");
        var id = cookie(login).split("=", 2)[1];

        var forged = world.get("/api/admin/stats", "Cookie", "ratonet_admin=" + id);

        assertThat(forged.status()).isEqualTo(401);
    }

    @Test
    void refusesWrongKeysAndTokens() throws IOException {
        assertThat(world.post("/api/login", "{\"api_key\":\"rn_x\"}").status()).isEqualTo(401);
        assertThat(world.post("/api/login", "{\"api_key\":\"\"}").detail())
                .isEqualTo("API key obrigatória");
        assertThat(world.post("/api/admin/login", "{\"token\":\"x\"}").status()).isEqualTo(401);
        assertThat(world.post("/api/admin/login", "{}").status()).isEqualTo(422);
    }
}
