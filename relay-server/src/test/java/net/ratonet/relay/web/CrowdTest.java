package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.web.http.Limits;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final Duration QUICK = Duration.ofSeconds(5);

    private final List<Socket> sockets = new ArrayList<>();
    private final List<StalledSocket> stalled = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        for (var socket : stalled) {
            socket.close();
        }
    }

    /// Slow senders of heads and of bodies hold a socket each, and nothing that others need.
    @Test
    void answersAtOnceWhileHundredsOfSendersDawdle() throws IOException {
        try (var world = WebWorld.open()) {
            var ana = world.approved("ana");
            var raw = new RawHttp(world.port);
            for (var index = 0; index < 250; index++) {
                begin(raw, "GET /api/status HTTP/1.1\r\nHost: a\r\nX-Slow: ");
                begin(
                        raw,
                        "POST /api/register HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{");
            }

            var startNanos = System.nanoTime();
            var status = world.get("/api/status").status();
            var profile = world.get("/api/me?api_key=" + ana.apiKey()).status();

            assertThat(status).isEqualTo(200);
            assertThat(profile).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(QUICK);
        }
    }

    @Test
    void servesTwoThousandDashboardsAtOnce() throws IOException {
        try (var world = WebWorld.open()) {
            var ana = world.approved("ana");
            for (var index = 0; index < 2_000; index++) {
                stalled.add(StalledSocket.open(world.port, "/ws/dashboard"));
            }
            Await.until("all are in", Duration.ofMinutes(1), () -> dashboards(world) == 2_000);
            var reader = world.dashboard("");
            reader.next("full_sync");

            world.field(ana.account().id(), ana.apiKey()).send(FieldMessages.GPS);

            assertThat(reader.next("streamer_update").has("data")).isTrue();
            assertThat(world.get("/api/status").status()).isEqualTo(200);
        }
    }

    @Test
    void lendsNoMoreConnectionsThanItHas() throws IOException {
        try (var world = WebWorld.open(new Limits(0, 0, 10, 50), config -> config)) {
            var raw = new RawHttp(world.port);
            for (var index = 0; index < 100; index++) {
                sockets.add(raw.connect());
            }
            var request = world.request("/api/status").timeout(Duration.ofMillis(500)).GET();
            assertThatThrownBy(() -> world.send(request)).isInstanceOf(HttpTimeoutException.class);

            sockets.forEach(CrowdTest::closeQuietly);

            Await.until("there is room again", () -> world.get("/api/status").status() == 200);
        }
    }

    private void begin(RawHttp raw, String bytes) throws IOException {
        var socket = raw.connect();
        sockets.add(socket);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    private static int dashboards(WebWorld world) throws IOException {
        return world.get("/api/status").json().path("dashboard_clients").asInt();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was to go anyway.
        }
    }
}
