package net.ratonet.station.setup;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Speaks to the relay over its public API, by the one way that the system chooses. Any thread; a
/// key travels in a header only.
final class RelayCalls implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    RelayReply get(ServerAddress server, String path, String key) throws InterruptedException {
        return ask(request(server, path, key).GET());
    }

    RelayReply post(ServerAddress server, String path, ObjectNode body)
            throws InterruptedException {
        return ask(
                request(server, path, "")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(body))));
    }

    private static HttpRequest.Builder request(ServerAddress server, String path, String key) {
        var request = HttpRequest.newBuilder(server.http(path)).timeout(PATIENCE);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private RelayReply ask(HttpRequest.Builder request) throws InterruptedException {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return judge(response.statusCode(), response.body());
        } catch (IOException failure) {
            var words = failure.getMessage();
            return new RelayReply.Unreachable(Trouble.of(failure), words == null ? "" : words);
        }
    }

    static RelayReply judge(int status, String body) {
        if (!(Json.readObject(body) instanceof Decoded.Accepted<ObjectNode>(var json))) {
            return status == 429
                    ? new RelayReply.Refused(status, "")
                    : new RelayReply.Strange(status);
        }
        if (status == 200) {
            return new RelayReply.Given(json);
        }
        return json.path("detail").isString()
                ? new RelayReply.Refused(status, json.path("detail").asString(""))
                : new RelayReply.Strange(status);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
