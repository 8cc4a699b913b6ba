package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.web.http.Access;
import net.ratonet.relay.web.http.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Throws rubbish at every door that takes something, always the same rubbish in the same order.
class FuzzTest {

    private static final long SEED = 20_260_501;
    private static final int ROUNDS = 12;

    /// Close codes: what the server says, and what the client makes of it when it was still
    /// sending.
    private static final int TOO_BIG = 1009;

    private static final int CUT = 1006;

    private static final List<String> NASTY =
            List.of(
                    "",
                    "null",
                    "7",
                    "\"x\"",
                    "[]",
                    "{}",
                    "{",
                    "[[[[",
                    "[".repeat(5_000),
                    "{\"a\":".repeat(2_000),
                    "{\"name\":\"" + "x".repeat(200_000) + "\"}",
                    "{\"lat\":NaN,\"lng\":Infinity}",
                    "{\"lat\":1e999,\"lng\":-1e999}",
                    "{\"lat\":" + "9".repeat(500) + "}",
                    "{\"lat\":\"abc\",\"lng\":[]}",
                    "{\"name\":{},\"email\":[],\"socials\":{}}",
                    "{\"name\":\"\\u0000\",\"email\":\"\\ud800\"}",
                    "{\"a\":1,\"a\":2}",
                    "{} {}",
                    "[1,\"2\",null,{\"platform\":1}]",
                    "{\"zones\":[{\"type\":\"polygon\",\"points\":[{}]}]}",
                    "{\"token\":null,\"api_key\":7}",
                    "<xml/>",
                    "a=b&c=d");

    private WebWorld world;
    private RegisterResult.Registered ana;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
        ana = world.approved("ana");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void answersRubbishOnEveryRouteWithAClearRefusal() throws IOException {
        var random = new Random(SEED);
        var routes =
                world.server.groups().stream()
                        .flatMap(group -> group.routes().stream())
                        .filter(route -> route.verb().changes())
                        .filter(route -> !route.path().endsWith("/rotate"))
                        .toList();

        for (var route : routes) {
            for (var body : NASTY) {
                check(route, body.getBytes(StandardCharsets.UTF_8));
            }
            for (var round = 0; round < ROUNDS; round++) {
                check(route, randomBytes(random));
            }
        }

        assertThat(world.get("/api/me?api_key=" + ana.apiKey()).status()).isEqualTo(200);
    }

    private void check(Route route, byte[] body) throws IOException {
        var path = route.path().replaceAll("\\{[a-z_]+}", "x%2e%2e");
        var request =
                route.access() == Access.ADMIN
                        ? world.request(path, "Authorization", WebWorld.ADMIN)
                        : world.request(
                                path + "?streamer_id=" + ana.account().id(),
                                "Authorization",
                                "Bearer " + ana.apiKey());

        var reply =
                world.send(
                        request.method(
                                route.verb().name(), HttpRequest.BodyPublishers.ofByteArray(body)));

        assertThat(reply.status()).as(route.label()).isLessThan(500);
        assertThat(reply.body())
                .as(route.label())
                .doesNotContain("Exception", "tools.jackson", "\tat ");
        if (reply.status() >= 400) {
            assertThat(reply.detail()).as(route.label()).isNotEmpty();
        }
    }

    private static byte[] randomBytes(Random random) {
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void keepsTheFieldSocketOpenUnderRubbish() throws IOException {
        var random = new Random(SEED);
        var agent = world.field(ana.account().id(), ana.apiKey());

        for (var message : NASTY) {
            if (message.length() < 60_000) {
                agent.send(message);
                agent.send("{\"type\":\"gps\",\"data\":" + message + "}");
                agent.send("{\"type\":\"network\",\"data\":{\"links\":" + message + "}}");
            }
        }
        for (var round = 0; round < 200; round++) {
            agent.sendBinary(randomBytes(random));
            agent.send(new String(randomBytes(random), StandardCharsets.ISO_8859_1));
        }
        agent.send(FieldMessages.GPS);

        world.awaitPublic(ana, streamer -> streamer.has("gps"));
        assertThat(agent.isClosed()).isFalse();
    }

    @Test
    void closesADashboardThatTalksRubbishOrLeavesItBe() throws IOException {
        var good = world.dashboard("");
        good.next();
        var random = new Random(SEED);

        for (var message : NASTY) {
            var dashboard = world.dashboard(random.nextBoolean() ? "?v=2" : "");
            dashboard.next();
            if (message.length() < 1_000) {
                dashboard.send(message);
                dashboard.sendBinary(new byte[] {0, (byte) 255});
            } else {
                dashboard.trySend(message);
                assertThat(dashboard.awaitClose().code()).isIn(TOO_BIG, CUT);
            }
            dashboard.close();
        }

        world.field(ana.account().id(), ana.apiKey()).send(FieldMessages.GPS);
        assertThat(good.next("streamer_update").has("data")).isTrue();
    }
}
