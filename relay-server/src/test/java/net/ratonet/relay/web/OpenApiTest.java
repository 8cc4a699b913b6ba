package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.ratonet.relay.web.http.Param;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

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
    void describesEveryRouteAndNoOther() throws IOException {
        var described = new TreeSet<String>();
        document()
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(verb ->
                                        described.add(
                                                verb.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));

        var real = new TreeSet<String>();
        world.server.groups().stream()
                .flatMap(group -> group.routes().stream())
                .forEach(route -> real.add(route.label()));

        assertThat(described).isEqualTo(real).hasSizeGreaterThan(35);
    }

    /// Both directions against the running server: what is described answers, and what the server
    /// answers under /api is described.
    @Test
    void describesWhatTheServerReallyHas() throws IOException {
        for (var group : world.server.groups()) {
            for (var route : group.routes()) {
                var path = route.path().replaceAll("\\{[a-z_]+}", "x");
                var reply =
                        world.send(
                                world.request(path)
                                        .method(
                                                route.verb().name(),
                                                HttpRequest.BodyPublishers.noBody()));
                assertThat(reply.status()).as(route.label()).isNotIn(405, 500);
                assertThat(reply.body()).as(route.label()).isNotEqualTo(NOT_FOUND);
            }
        }
    }

    @Test
    void namesTitleAndVersion() throws IOException {
        assertThat(document().path("info").toString())
                .isEqualTo("{\"title\":\"RatoNet Dashboard\",\"version\":\"1.0.0\"}");
    }

    @Test
    void declaresEveryPathParameter() {
        for (var group : world.server.groups()) {
            for (var route : group.routes()) {
                var inPath =
                        Pattern.compile("\\{([a-z_]+)}")
                                .matcher(route.path())
                                .results()
                                .map(match -> match.group(1))
                                .toList();
                var declared =
                        route.params().stream()
                                .filter(param -> param.place() == Param.Place.PATH)
                                .map(Param::name)
                                .toList();
                assertThat(declared).as(route.label()).isEqualTo(inPath);
            }
        }
    }

    @Test
    void promisesTheFieldsThatAnswersHave() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        for (var message : FieldMessages.ALL) {
            agent.send(message);
        }
        world.awaitPublic(ana, streamer -> streamer.has("starlink") && streamer.has("hardware"));
        var key = "?api_key=" + ana.apiKey();
        var id = ana.account().id();

        holds("/api/status", "/api/status");
        holds("/api/streamers", "/api/streamers");
        holds("/api/streamers/{id}", "/api/streamers/" + id);
        holds("/api/health", "/api/health");
        holds("/api/me", "/api/me" + key);
        holds("/api/me/config", "/api/me/config" + key);
        holds("/api/me/destinations", "/api/me/destinations" + key);
        holds("/api/me/privacy", "/api/me/privacy" + key);
        holds("/api/me/sessions", "/api/me/sessions" + key);
        holds("/api/overlay/data/{id}", "/api/overlay/data/" + id + "?pull_key=" + ana.pullKey());
        holds("/api/rtirl/pull", "/api/rtirl/pull?key=" + ana.pullKey());
        holds("/stats", "/stats?key=" + ana.pullKey());
        holds("/stats/{key}", "/stats/" + ana.pullKey());
        holds("/healthz", "/healthz");
    }

    private static final String NOT_FOUND = "{\"detail\":\"Not Found\"}";

    private JsonNode document() throws IOException {
        return world.get("/openapi.json").json();
    }

    private void holds(String path, String request) throws IOException {
        var schema =
                document()
                        .path("paths")
                        .path(path)
                        .path("get")
                        .path("responses")
                        .path("200")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        var reply = world.get(request);
        assertThat(reply.status()).as(request).isEqualTo(200);
        SchemaCheck.holds(path, schema, reply.json());
    }
}
