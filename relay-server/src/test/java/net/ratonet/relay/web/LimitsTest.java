package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import net.ratonet.relay.web.http.Limits;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Limits TIGHT = new Limits(0.01, 0, 10, 1_000);

    @Test
    void tellsWhoAsksTooOftenWhenToComeBack() throws IOException {
        try (var world = WebWorld.open(new Limits(1, 0, 10, 1_000), config -> config)) {
            for (var index = 0; index < 4; index++) {
                assertThat(world.get("/api/status").status()).isEqualTo(200);
            }

            var reply = world.get("/api/status");

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.detail()).contains("too many requests");
        }
    }

    @Test
    void countsSocketsToo() throws IOException {
        try (var world = WebWorld.open(TIGHT, config -> config)) {
            Assertions.assertThatThrownBy(() -> world.dashboard(""))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    void countsEachClientOfOurOwnProxyByItself() throws IOException {
        try (var world = WebWorld.open(new Limits(1, 0, 10, 1_000), WebWorld::behindProxy)) {
            for (var index = 0; index < 4; index++) {
                world.get("/api/status", "X-Forwarded-For", "spoofed, 203.0.113.7");
            }

            var same = world.get("/api/status", "X-Forwarded-For", "other, 203.0.113.7");
            var other = world.get("/api/status", "X-Forwarded-For", "203.0.113.8");

            assertThat(same.status()).isEqualTo(429);
            assertThat(other.status()).isEqualTo(200);
        }
    }

    @Test
    void slowsDownMassRegistration() throws IOException {
        try (var world = WebWorld.open(new Limits(1_000, 2, 10, 1_000), config -> config)) {
            var statuses = new ArrayList<Integer>();
            for (var index = 0; index < 3; index++) {
                var body = "{\"name\":\"n\",\"email\":\"n%d@example.org\"}".formatted(index);
                statuses.add(world.post("/api/register", body).status());
            }

            assertThat(statuses).containsExactly(200, 200, 429);
        }
    }
}
