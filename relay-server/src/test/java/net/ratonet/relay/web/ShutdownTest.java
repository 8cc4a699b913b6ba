package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private WebWorld world;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void saysGoodByeToEverySocketWithinFiveSeconds() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        agent.send(FieldMessages.GPS);
        var old = world.dashboard("");
        old.next();
        var modern = world.dashboard("?v=2");
        modern.next();
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var startNanos = System.nanoTime();
        world.server.close();
        var took = Duration.ofNanos(System.nanoTime() - startNanos);

        var goodBye = new TestSocket.Closed(1001, "relay restarts");
        assertThat(old.awaitClose()).isEqualTo(goodBye);
        assertThat(modern.awaitClose()).isEqualTo(goodBye);
        assertThat(agent.awaitClose()).isEqualTo(goodBye);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void doesNotWaitForThoseWhoDoNotListen() throws IOException {
        try (var stalled = StalledSocket.open(world.port, "/ws/dashboard")) {
            Await.until(
                    "it is counted", () -> world.get("/api/status").body().contains("clients\":1"));

            var startNanos = System.nanoTime();
            world.server.close();

            assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(stalled.isConnected()).isTrue();
        }
    }
}
