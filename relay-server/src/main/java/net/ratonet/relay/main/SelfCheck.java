package net.ratonet.relay.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ratonet.relay.config.RelaySettings;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.FieldCodec;
import net.ratonet.shared.wire.FieldEnvelope;
import net.ratonet.shared.wire.FieldMessage;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Starts a relay of its own with an empty database on a free port, plays one streamer through it,
/// and ends it. The launcher also trains the JVM's start-up cache with it.
final class SelfCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http;

    private SelfCheck(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /// Throws when something does not work, saying what.
    static void run() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("ratonet-self-check");
        try {
            check(folder);
        } finally {
            remove(folder);
        }
    }

    private static void check(Path folder) throws IOException, InterruptedException {
        var settings =
                Map.of(
                        "DASHBOARD_HOST", "127.0.0.1",
                        "DASHBOARD_PORT", "0",
                        "SRT_BASE_PORT", "0",
                        "SRTLA_REC_PORT", "0",
                        "SRTLA_SEND_PORT", "0",
                        "RTMP_PORT", "0",
                        "DB_AUTO_APPROVE", "true",
                        "DB_PATH", folder.resolve("ratonet.db").toString());
        var started = RelayWiring.start(RelaySettings.load(settings, DotEnv.EMPTY).config());
        try (var _ = started.wiring();
                var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var base = URI.create("http://127.0.0.1:" + started.port());
            new SelfCheck(base, http).play();
        }
    }

    private void play() throws IOException, InterruptedException {
        get("/readyz");
        var streamer = register();
        var id = new StreamerId(streamer.path("id").asString());
        report(id, streamer.path("api_key").asString());
        for (var path : new String[] {"/", "/docs", "/openapi.json", "/api/status", "/metrics"}) {
            get(path);
        }
        get("/api/overlay/data/%s?pull_key=%s".formatted(id, streamer.path("pull_key").asString()));
    }

    private ObjectNode register() throws IOException, InterruptedException {
        var body = Json.object().put("name", "Self check").put("email", "self@check.invalid");
        var request =
                HttpRequest.newBuilder(base.resolve("/api/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(body)))
                        .build();
        return switch (Json.readObject(send(request))) {
            case Decoded.Accepted<ObjectNode>(var answer) -> answer;
            case Decoded.Refused<ObjectNode> refusal -> throw new IOException(refusal.toString());
            case Decoded.Malformed<ObjectNode>(var reason) -> throw new IOException(reason);
        };
    }

    /// Sends one position over the field socket, and waits until the public list shows it.
    private void report(StreamerId id, String apiKey) throws IOException, InterruptedException {
        var fix = new GeoFix(-23.56, -46.65, 20, 760, 90, 9, FixKind.THREE_D);
        var envelope = new FieldEnvelope(id, Instant.now(), new FieldMessage.Report(fix));
        var address = URI.create("ws://%s/ws/field/%s".formatted(base.getAuthority(), id));
        try {
            var socket =
                    http.newWebSocketBuilder()
                            .header("Authorization", "Bearer " + apiKey)
                            .buildAsync(address, new WebSocket.Listener() {})
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            socket.sendText(FieldCodec.encode(envelope), true)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            awaitLive(id);
            socket.abort();
        } catch (ExecutionException | TimeoutException mistake) {
            throw new IOException("the field socket does not work", mistake);
        }
    }

    private void awaitLive(StreamerId id) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!get("/api/streamers").contains("\"lat\":-23.56")) {
            if (System.nanoTime() > end) {
                throw new IOException("a position of %s did not arrive".formatted(id));
            }
            Thread.sleep(20);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "%s answered %d".formatted(request.uri().getPath(), answer.statusCode()));
        }
        return answer.body();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(SelfCheck::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException mistake) {
            throw new UncheckedIOException(mistake);
        }
    }
}
