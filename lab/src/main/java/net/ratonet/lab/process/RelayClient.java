package net.ratonet.lab.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Speaks to a running relay over its public API, as a script of a user would.
public final class RelayClient implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    public RelayClient(URI base) {
        this.base = base;
    }

    public ObjectNode register(String name, String email) throws IOException {
        var body = Json.object().put("name", name).put("email", email);
        return post("/api/register", "", Json.write(body));
    }

    public void approve(String streamerId, String adminToken) throws IOException {
        post("/api/admin/streamers/" + streamerId + "/approve", adminToken, "");
    }

    public String get(String path) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    public ObjectNode get(String path, String bearer) throws IOException {
        return object(path, bearer, HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    public ObjectNode post(String path, String bearer, String body) throws IOException {
        return object(path, bearer, json(path).POST(BodyPublishers.ofString(body)));
    }

    public ObjectNode put(String path, String bearer, String body) throws IOException {
        return object(path, bearer, json(path).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json");
    }

    private ObjectNode object(String path, String bearer, HttpRequest.Builder request)
            throws IOException {
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return switch (Json.readObject(send(request))) {
            case Decoded.Accepted<ObjectNode>(var answer) -> answer;
            case Decoded.Refused<ObjectNode> refusal -> throw new IOException(refusal.toString());
            case Decoded.Malformed<ObjectNode>(var reason) ->
                    throw new IOException(path + " answered " + reason);
        };
    }

    @Override
    public void close() {
        http.close();
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer =
                    http.send(
                            request.timeout(Duration.ofSeconds(10)).build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(
                        "%s answered %d: %s"
                                .formatted(
                                        answer.uri().getPath(),
                                        answer.statusCode(),
                                        answer.body()));
            }
            return answer.body();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
