package net.ratonet.station.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Asks the station that runs on this machine with the same folder. For one thread.
public final class LocalClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOBODY =
            "no station runs here. Start one with: ratonet station --headless";

    private final DoorFiles files;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    public LocalClient(Path folder) {
        this.files = new DoorFiles(folder);
    }

    public LocalAnswer status() throws InterruptedException {
        return ask("/status", request -> request.GET().timeout(PATIENCE));
    }

    public LocalAnswer check() throws InterruptedException {
        return ask("/check", request -> request.GET().timeout(PATIENCE));
    }

    public LocalAnswer command(ObjectNode command) throws InterruptedException {
        return ask(
                "/commands",
                request ->
                        request.POST(BodyPublishers.ofString(Json.write(command)))
                                .timeout(PATIENCE));
    }

    /// Hands over each line of the events until the station ends.
    public LocalAnswer events(Consumer<String> line) throws InterruptedException {
        return switch (approach("/events")) {
            case Way.Open(var request) -> listen(request.build(), line);
            case Way.Shut(var why) -> new LocalAnswer.Unreachable(why);
        };
    }

    private LocalAnswer listen(HttpRequest request, Consumer<String> line)
            throws InterruptedException {
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            try (var lines = response.body()) {
                if (response.statusCode() != 200) {
                    return judge(response.statusCode(), String.join("", lines.toList()));
                }
                lines.forEach(line);
            }
            return new LocalAnswer.Unreachable("the station has ended");
        } catch (UncheckedIOException _) {
            return new LocalAnswer.Unreachable("the station has ended");
        } catch (IOException _) {
            return nobody();
        }
    }

    private LocalAnswer ask(String path, Consumer<HttpRequest.Builder> finish)
            throws InterruptedException {
        return switch (approach(path)) {
            case Way.Open(var request) -> {
                finish.accept(request);
                yield ask(request.build());
            }
            case Way.Shut(var why) -> new LocalAnswer.Unreachable(why);
        };
    }

    private LocalAnswer ask(HttpRequest request) throws InterruptedException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return judge(response.statusCode(), response.body());
        } catch (IOException _) {
            return nobody();
        }
    }

    private static LocalAnswer judge(int status, String body) {
        var answer =
                Json.readObject(body) instanceof Decoded.Accepted<ObjectNode>(var node)
                        ? node
                        : Json.object();
        return switch (status) {
            case 200 -> new LocalAnswer.Given(answer);
            case 401, 403 ->
                    new LocalAnswer.Unreachable(
                            "another program answers there, or the token has changed: start the"
                                    + " station again");
            default ->
                    new LocalAnswer.Refused(
                            answer.path("explanation")
                                    .asString(answer.path("error").asString("HTTP " + status)));
        };
    }

    private Way approach(String path) {
        try {
            var port = files.readPort();
            return port.isPresent()
                    ? new Way.Open(request(port.get(), path, files.readToken()))
                    : new Way.Shut(NOBODY);
        } catch (IOException _) {
            return new Way.Shut(
                    "the token in %s cannot be read: are you the user who started the station?"
                            .formatted(files.tokenFile()));
        }
    }

    private static LocalAnswer nobody() {
        return new LocalAnswer.Unreachable(NOBODY);
    }

    private static HttpRequest.Builder request(int port, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private sealed interface Way {

        record Open(HttpRequest.Builder request) implements Way {}

        record Shut(String why) implements Way {}
    }
}
