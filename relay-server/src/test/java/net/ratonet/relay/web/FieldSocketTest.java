package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldSocketTest {

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
    void acceptsAndThenClosesWhoHasNoKey() throws IOException {
        var ana = world.approved("ana");

        var closed = TestSocket.open(world.client(), world.uri("/ws/field/" + ana.account().id()));

        assertThat(closed.awaitClose().code()).isEqualTo(4001);
    }

    @Test
    void closesWhoHasAWrongOrForeignKey() throws IOException {
        var ana = world.approved("ana");
        var bia = world.approved("bia");

        assertThat(world.field(ana.account().id(), "rn_wrong").awaitClose())
                .isEqualTo(new TestSocket.Closed(4001, "API key inválida"));
        assertThat(world.field(ana.account().id(), bia.apiKey()).awaitClose().code())
                .isEqualTo(4001);
    }

    @Test
    void closesWhoIsNotApproved() throws IOException {
        var bia = TestAccounts.register(world.accounts, "bia");

        assertThat(world.field(bia.account().id(), bia.apiKey()).awaitClose().code())
                .isEqualTo(4003);
    }

    @Test
    void letsOneStreamerOpenOnlySoManySockets() throws IOException {
        var ana = world.approved("ana");
        for (var index = 0; index < 32; index++) {
            world.field(ana.account().id(), ana.apiKey()).send(FieldMessages.GPS);
        }
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var oneMore = world.field(ana.account().id(), ana.apiKey());

        assertThat(oneMore.awaitClose().code()).isEqualTo(1013);
    }

    @Test
    void takesTheKeyFromTheHeaderToo() throws IOException {
        var ana = world.approved("ana");

        var agent =
                TestSocket.open(
                        world.client(),
                        world.uri("/ws/field/" + ana.account().id()),
                        "Authorization",
                        "Bearer " + ana.apiKey());
        agent.send(FieldMessages.GPS);

        world.awaitPublic(ana, streamer -> streamer.has("gps"));
    }

    /// in the predecessor one bad value cut the agent off and left a ghost online.
    @Test
    void keepsTheConnectionWhenAFieldIsBadAndSaysSoOnce() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());

        agent.send("{\"type\":\"gps\",\"data\":{\"lat\":\"abc\",\"lng\":0}}");
        agent.send("{\"type\":\"gps\",\"data\":{\"lat\":\"xyz\",\"lng\":0}}");
        agent.send("{\"type\":\"gps\",\"data\":{\"lat\":1,\"lng\":200}}");
        agent.send(FieldMessages.GPS);

        var first = agent.next();
        var second = agent.next();
        assertThat(first.path("type").asString()).isEqualTo("error");
        assertThat(first.path("data").path("field").asString()).isEqualTo("lat");
        assertThat(second.path("data").path("field").asString()).isEqualTo("lng");
        world.awaitPublic(ana, streamer -> streamer.path("gps").path("lat").asDouble() == -23.55);
        assertThat(agent.isClosed()).isFalse();
    }

    @Test
    void keepsTheConnectionWhenAMessageIsNone() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());

        agent.send("this is not json");
        agent.sendBinary(new byte[] {1, 2, 3});
        agent.send(FieldMessages.GPS);

        world.awaitPublic(ana, streamer -> streamer.has("gps"));
        assertThat(agent.next().path("type").asString()).isEqualTo("error");
        assertThat(agent.isClosed()).isFalse();
    }

    /// in the predecessor closing one of two sources took the streamer offline.
    @Test
    void staysOnlineUntilTheLastSourceHasGone() throws IOException {
        var ana = world.approved("ana");
        var id = ana.account().id();
        var agent = world.field(id, ana.apiKey());
        var phone = world.field(id, ana.apiKey() + "&source=phone");
        agent.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        agent.closeNormally();
        Await.until("one source is left", () -> metric("ratonet_field_sockets") == 1);
        phone.send(FieldMessages.GPS);

        assertThat(world.board.raw(id)).isPresent();
        phone.closeNormally();
        world.awaitPublic(ana, streamer -> !streamer.path("is_live").asBoolean());
    }

    private double metric(String name) throws IOException {
        return world.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void closesASenderOfGiantMessages() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());

        agent.send("x".repeat(70_000));

        assertThat(agent.awaitClose().code()).isEqualTo(1009);
    }

    @Test
    void dropsAFloodButNotItsSender() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());

        for (var index = 0; index < 3_000; index++) {
            agent.send(FieldMessages.GPS);
        }

        assertThat(agent.next("error").path("data").path("field").asString()).isEqualTo("rate");
        assertThat(metric("ratonet_field_flooded_total")).isPositive();
        assertThat(agent.isClosed()).isFalse();
    }

    @Test
    void takesQueuedPositionsWithTheirOwnTime() throws IOException {
        var ana = world.approved("ana");
        var agent = world.field(ana.account().id(), ana.apiKey());
        var late =
                "{\"type\":\"gps\",\"timestamp\":\"%s\",\"data\":{\"lat\":5,\"lng\":5}}"
                        .formatted(Instant.now().minusSeconds(30));

        agent.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));
        agent.send(late);
        agent.send("{\"type\":\"hardware\",\"data\":{\"cpu_percent\":1}}");
        world.awaitPublic(ana, streamer -> streamer.has("hardware"));

        assertThat(world.board.raw(ana.account().id()).orElseThrow().gps().orElseThrow().lat())
                .isEqualTo(-23.55);
    }
}
