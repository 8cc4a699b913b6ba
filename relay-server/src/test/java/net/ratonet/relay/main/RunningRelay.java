package net.ratonet.relay.main;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.ratonet.relay.config.RelaySettings;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The whole relay on free loopback ports, as `./ratonet relay` wires it, and a client for it.
final class RunningRelay implements AutoCloseable {

    static final String ADMIN = "correct-horse-battery";

    private final HttpClient client = HttpClient.newHttpClient();
    private final RelayWiring.Started started;

    private RunningRelay(RelayWiring.Started started) {
        this.started = started;
    }

    /// Starts with its files in the folder and a quick pulse; the settings go before these.
    static RunningRelay start(Path folder, Map<String, String> settings) throws IOException {
        var all = new HashMap<>(settings);
        all.putIfAbsent("DASHBOARD_HOST", "127.0.0.1");
        all.putIfAbsent("DASHBOARD_PORT", "0");
        all.putIfAbsent("DB_PATH", folder.resolve("ratonet.db").toString());
        all.putIfAbsent("ADMIN_TOKEN", ADMIN);
        for (var port :
                List.of("SRT_BASE_PORT", "SRTLA_REC_PORT", "SRTLA_SEND_PORT", "RTMP_PORT")) {
            all.putIfAbsent(port, "0");
        }
        all.putIfAbsent("HEALTH_CHECK_INTERVAL_S", "0.05");
        var loaded = RelaySettings.load(all, DotEnv.parse(""));
        if (!loaded.mistakes().isEmpty()) {
            throw new AssertionError(loaded.mistakes());
        }
        return new RunningRelay(RelayWiring.start(loaded.config()));
    }

    /// Registers a streamer and lets them in.
    Streamer approved(String name) throws IOException {
        var body = Json.object().put("name", name).put("email", name + "@example.org");
        var registered = call("POST", "/api/register", "", Json.write(body));
        var id = registered.path("id").asString();
        call("POST", "/api/admin/streamers/" + id + "/approve", ADMIN, "");
        return new Streamer(id, registered.path("api_key").asString());
    }

    record Streamer(String id, String key) {}

    ObjectNode call(String verb, String path, String key, String body) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + started.port() + path))
                        .method(verb, BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + key)
                        .header("Accept-Language", "en");
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return object(answer.body());
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + started.port());
    }

    /// A station's connection.
    WebSocket field(Streamer streamer) {
        var path = "/ws/field/%s?key=%s".formatted(streamer.id(), streamer.key());
        return client.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + started.port() + path),
                        new WebSocket.Listener() {})
                .join();
    }

    @Override
    public void close() {
        client.shutdownNow();
        started.wiring().close();
    }

    private static ObjectNode object(String body) throws IOException {
        return switch (Json.readObject(body)) {
            case Decoded.Accepted<ObjectNode>(var node) -> node;
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new IOException("not a JSON object: " + body);
        };
    }
}
