package net.ratonet.relay.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.FakeAccountStore;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.admin.AdminToken;
import net.ratonet.relay.admin.FakeAdminTokenStore;
import net.ratonet.relay.config.FieldConfig;
import net.ratonet.relay.config.WebConfig;
import net.ratonet.relay.scene.settings.FakeObsSettingsStore;
import net.ratonet.relay.scene.settings.ObsBook;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.history.FakeSessionStore;
import net.ratonet.relay.web.http.Limits;
import net.ratonet.relay.web.http.Readiness;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;

/// A whole web door on a real loopback port, with stores in memory, and a client for it.
final class WebWorld implements AutoCloseable {

    static final String ADMIN = "correct-horse-battery";

    final FakeAccountStore store = new FakeAccountStore();
    final FakeSessionStore history = new FakeSessionStore();
    final FakeAuditLog audit = new FakeAuditLog();
    final AtomicReference<Readiness> readiness = new AtomicReference<>(new Readiness.Ready());
    final FakeObsSettingsStore obsStore = new FakeObsSettingsStore();
    final FakeSceneDoor scenes = new FakeSceneDoor();
    final Accounts accounts;
    final MediaWorld media;
    final LiveBoard board;
    final WebServer server;
    final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private WebWorld(Limits limits, UnaryOperator<WebConfig> settings) throws IOException {
        accounts = TestAccounts.open(store);
        board = new LiveBoard(accounts::privacy);
        media = new MediaWorld(accounts);
        var config = new WebConfig("127.0.0.1", 0, ADMIN, List.of(), false);
        server =
                new WebServer(
                        new WebParts(
                                settings.apply(config),
                                new FieldConfig(
                                        "ws://relay/ws/field",
                                        1.0,
                                        "localhost:2947",
                                        "192.168.100.1:9200"),
                                limits,
                                accounts,
                                AdminToken.open(
                                                ADMIN,
                                                new FakeAdminTokenStore(),
                                                TestAccounts.seededKeys())
                                        .token(),
                                audit,
                                board,
                                history,
                                ObsBook.open(obsStore),
                                scenes,
                                media.parts(),
                                readiness::get,
                                Map.of("ratonet_test_queue", () -> 17),
                                InstantSource.system(),
                                Ticker.system(),
                                new SecureRandom()));
        port = server.start();
    }

    static WebWorld open() throws IOException {
        return open(Limits.of(0), config -> config);
    }

    static WebWorld open(Limits limits, UnaryOperator<WebConfig> settings) throws IOException {
        return new WebWorld(limits, settings);
    }

    static WebConfig withOrigins(WebConfig config, String... origins) {
        return new WebConfig(
                config.host(),
                config.port(),
                config.adminToken(),
                List.of(origins),
                config.trustProxy());
    }

    static WebConfig behindProxy(WebConfig config) {
        return new WebConfig(
                config.host(), config.port(), config.adminToken(), config.corsOrigins(), true);
    }

    /// A streamer who may go live.
    RegisterResult.Registered approved(String name) throws IOException {
        var registered = TestAccounts.register(accounts, name);
        accounts.approve(registered.account().id());
        return registered;
    }

    /// What an HTTP answer came to.
    record Reply(int status, String body, HttpResponse<byte[]> raw) {

        JsonNode json() {
            return switch (Json.read(body)) {
                case Decoded.Accepted<JsonNode>(var node) -> node;
                case Decoded.Refused<JsonNode> _, Decoded.Malformed<JsonNode> _ ->
                        throw new AssertionError("not JSON: " + body);
            };
        }

        String detail() {
            return json().path("detail").asString("");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Reply get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET());
    }

    Reply post(String path, String body, String... headers) throws IOException {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply put(String path, String body, String... headers) throws IOException {
        return send(request(path, headers).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply delete(String path, String... headers) throws IOException {
        return send(request(path, headers).DELETE());
    }

    Reply send(HttpRequest.Builder request) throws IOException {
        try {
            var raw = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(raw.statusCode(), new String(raw.body(), StandardCharsets.UTF_8), raw);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path)));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpClient client() {
        return client;
    }

    /// Waits until the public list shows the streamer as the condition says.
    void awaitPublic(RegisterResult.Registered streamer, Predicate<JsonNode> condition) {
        Await.until(
                "the public list shows it",
                () ->
                        get("/api/streamers")
                                .json()
                                .valueStream()
                                .filter(s ->
                                        s.path("id")
                                                .asString()
                                                .equals(streamer.account().id().value()))
                                .anyMatch(condition));
    }

    TestSocket dashboard(String query) {
        return TestSocket.open(client, uri("/ws/dashboard" + query));
    }

    TestSocket field(StreamerId id, String key) {
        return TestSocket.open(client, uri("/ws/field/" + id + "?key=" + key));
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    URI uri(String path) {
        return URI.create("ws://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
        media.close();
    }
}
