package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import net.ratonet.relay.web.http.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailuresTest {

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
    void saysPlainlyThatAPathIsUnknown() throws IOException {
        var reply = world.get("/api/nothing");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @Test
    void saysWhichMethodsAPathHas() throws IOException {
        var reply = world.delete("/api/streamers");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.detail()).isEqualTo("Method Not Allowed");
        assertThat(reply.header("Allow")).contains("GET");
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws IOException {
        var reply = world.post("/api/register", "x".repeat(300_000));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.detail()).contains("262144");
    }

    @Test
    void refusesBodiesThatAreTooLargeAndDoNotSaySo() throws IOException {
        var body =
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[300_000]));

        var reply = world.send(world.request("/api/register").POST(body));

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException {
        var ana = world.approved("ana");
        world.store.full(true);

        var reply = world.put("/api/me?api_key=" + ana.apiKey(), "{\"name\":\"x\"}");

        assertThat(reply.status()).isEqualTo(507);
        assertThat(reply.detail()).isEqualTo("the relay has no room to store this");
    }

    @Test
    void saysThatTheStorageFails() throws IOException {
        world.audit.failing = true;

        var reply = world.get("/api/admin/audit", "Authorization", WebWorld.ADMIN);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }

    @Test
    void keepsItsInsidesToItself() throws IOException {
        var raw = new RawHttp(world.port);

        var badLine = raw.exchange("NONSENSE");
        var badHeader = raw.exchange("GET / HTTP/1.1", "Host: a", "X : y");
        var badUri = raw.exchange("GET /%zz HTTP/1.1", "Host: a", "Connection: close");
        var up = raw.exchange("GET /assets/..%2f..%2fweb HTTP/1.1", "Host: a", "Connection: close");
        var huge = raw.exchange("GET / HTTP/1.1", "Host: a", "X: " + "y".repeat(20_000));

        assertThat(badLine + badHeader + badUri + up + huge)
                .doesNotContain("Exception", "\tat ", "org.eclipse", "jetty", "Jetty");
        assertThat(badLine).startsWith("HTTP/1.1 400");
        assertThat(badUri).startsWith("HTTP/1.1 400");
        assertThat(huge).startsWith("HTTP/1.1 431");
    }

    @Test
    void sendsTheSecurityHeadersWithEverything() throws IOException {
        for (var path : List.of("/", "/docs", "/api/status", "/api/nothing", "/panel")) {
            var reply = world.get(path);

            assertThat(reply.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        }
    }

    @Test
    void answersTheHeadAloneWhenAskedForIt() throws IOException {
        for (var path : List.of("/", "/api/status", "/openapi.json")) {
            var whole = world.get(path);
            var head =
                    world.send(
                            world.request(path)
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody()));

            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.body()).as(path).isEmpty();
            assertThat(head.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
            assertThat(head.header("Content-Security-Policy")).contains("default-src 'none'");
        }
    }

    @Test
    void letsNoForeignPageReadUnlessTheOperatorSaysSo() throws IOException {
        var reply = world.get("/api/status", "Origin", "https://elsewhere.example");

        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void letsThePagesReadThatTheOperatorNamed() throws IOException {
        var origin = "https://friend.example";
        try (var open =
                WebWorld.open(Limits.of(0), config -> WebWorld.withOrigins(config, origin))) {
            var friend = open.get("/api/status", "Origin", origin);
            var stranger = open.get("/api/status", "Origin", "https://friend.example.evil");
            var asked =
                    open.send(
                            open.request("/api/me", "Origin", origin)
                                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

            assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(asked.status()).isEqualTo(204);
            assertThat(asked.header("Access-Control-Allow-Methods")).contains("PUT");
        }
    }

    @Test
    void tellsThePagesThatComeLaterFromThoseThatNeverWill() throws IOException {
        assertThat(world.get("/panel").status()).isEqualTo(404);
        assertThat(world.get("/panel/").body()).contains("later version");
        assertThat(world.get("/static/overlays/speed.html").body()).contains("later version");
        assertThat(world.get("/assets/home/nothing.js").body()).contains("detail");
    }
}
