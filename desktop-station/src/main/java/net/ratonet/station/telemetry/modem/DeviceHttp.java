package net.ratonet.station.telemetry.modem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/// Asks a device on a local network over HTTP, from one address of this machine. One question at a
/// time: small devices mix up the answers to two.
public final class DeviceHttp implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMillis(1_200);
    private static final int LONGEST = 256 * 1024;

    private final HttpClient client;
    private final String root;

    /// Speaks to `root`, like `http://192.168.8.1`, from the given address.
    public DeviceHttp(String root, InetAddress local) {
        this.root = root;
        this.client =
                HttpClient.newBuilder()
                        .localAddress(local)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(LIMIT)
                        .executor(
                                Executors.newThreadPerTaskExecutor(
                                        Thread.ofVirtual().name("device-http").factory()))
                        .build();
    }

    public synchronized Answer get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    public synchronized Answer post(String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            return new Answer(
                    answer.statusCode(),
                    answer.headers(),
                    new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// What came back.
    public record Answer(int status, HttpHeaders headers, String body) {

        /// Empty where there is none.
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /// The first cookie that it sets, without its attributes; may be empty.
        public String cookie() {
            return header("Set-Cookie").split(";", 2)[0];
        }

        /// Headers and body can hold sessions.
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }
}
