package net.ratonet.station.control.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.station.config.RelayConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RelayProbeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HttpServer relay;
    private volatile int status = 200;
    private volatile String body = "{\"id\":\"ana\"}";

    @BeforeEach
    void open() throws IOException {
        relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relay.createContext(
                "/sub/api/me",
                exchange -> {
                    try (exchange) {
                        var known =
                                "Bearer the-key"
                                        .equals(
                                                exchange.getRequestHeaders()
                                                        .getFirst("Authorization"));
                        var text = body.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(known ? status : 401, text.length);
                        exchange.getResponseBody().write(text);
                    }
                });
        relay.start();
    }

    @AfterEach
    void close() {
        relay.stop(0);
    }

    @Test
    void comparesTheClocks() throws Exception {
        var answer = ask("the-key", Instant.now().plusSeconds(600));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        RelayAnswer.Welcome.class,
                        welcome ->
                                assertThat(welcome.ahead().map(Duration::toSeconds))
                                        .hasValueSatisfying(seconds ->
                                                assertThat(seconds).isBetween(590L, 610L)));
    }

    @Test
    void tellsAWrongKeyFromAnotherStreamers() throws Exception {
        assertThat(ask("another-key", NOON)).isInstanceOf(RelayAnswer.Refusal.class);

        body = "{\"id\":\"bea\"}";
        assertThat(ask("the-key", NOON))
                .isInstanceOfSatisfying(
                        RelayAnswer.Refusal.class,
                        refusal -> assertThat(refusal.why()).contains("another streamer than ana"));

        status = 403;
        assertThat(ask("the-key", NOON)).isInstanceOf(RelayAnswer.Refusal.class);
    }

    @Test
    void knowsWhenSomebodyElseAnswers() throws Exception {
        body = "<html>Welcome to nginx!</html>";
        assertThat(ask("the-key", NOON)).isEqualTo(new RelayAnswer.Strange(200));

        status = 404;
        assertThat(ask("the-key", NOON)).isEqualTo(new RelayAnswer.Strange(404));
    }

    @Test
    void doesNotWaitForASilentRelay() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(probe(silent.getLocalPort(), "the-key", NOON).ask(Duration.ofMillis(200)))
                    .isEqualTo(new RelayAnswer.Silence("no answer in time"));
        }
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(probe(port, "the-key", NOON).ask(PATIENCE))
                .isEqualTo(new RelayAnswer.Silence("nobody answers there"));
    }

    private RelayAnswer ask(String key, Instant now) throws InterruptedException {
        return probe(relay.getAddress().getPort(), key, now).ask(PATIENCE);
    }

    private static RelayProbe probe(int port, String key, Instant now) {
        var server = URI.create("ws://127.0.0.1:%d/sub/ws/field".formatted(port));
        return new RelayProbe(new RelayConfig(server, new StreamerId("ana"), key), () -> now);
    }
}
