package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.ratonet.relay.account.RegisterResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StationOrderApiTest {

    private static final String ORDERS = "/api/me/station/orders";
    private static final String PING = "{\"action\":\"ping\"}";
    private static final String[] ADMIN = {"Authorization", "Bearer " + WebWorld.ADMIN};

    private WebWorld world;
    private RegisterResult.Registered ana;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
        ana = world.approved("ana");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takesAnOrderToTheStationAndTheAnswerBack() throws IOException {
        var station = station("van");

        var reply = give("{\"action\":\"bitrate\",\"kbps\":2500}");
        var order = station.next("command");
        answer(station, order.at("/data/id").asString(), true, "aiming at 2500 kbit/s");

        assertThat(order.path("streamer_id").asString()).isEqualTo(ana.account().id().value());
        assertThat(order.at("/data/action").asString()).isEqualTo("bitrate");
        assertThat(order.at("/data/kbps").asDouble()).isEqualTo(2500);
        assertThat(order.path("data").has("role")).isFalse();
        assertThat(reply.join().status()).isEqualTo(200);
        assertThat(reply.join().json().toString())
                .isEqualTo(
                        "{\"message\":\"aiming at 2500 kbit/s\",\"stations\":[{\"station\":\"van\","
                                + "\"done\":true,\"explanation\":\"aiming at 2500 kbit/s\"}]}");
    }

    @Test
    void saysWhyTheStationRefused() throws IOException {
        var station = station("van");

        var reply = give("{\"action\":\"restart_encoder\",\"role\":\"moderator\"}");
        var order = station.next("command");
        answer(station, order.at("/data/id").asString(), false, "not live");

        assertThat(order.at("/data/role").asString()).isEqualTo("moderator");
        assertThat(reply.join().status()).isEqualTo(409);
        assertThat(reply.join().detail()).isEqualTo("not live");
        assertThat(reply.join().json().at("/stations/0/done").asBoolean()).isFalse();
    }

    @Test
    void saysWhenTheStationGoesInsteadOfAnswering() throws IOException {
        var station = station("van");

        var reply = give(PING);
        station.next("command");
        station.closeNormally();

        assertThat(reply.join().status()).isEqualTo(504);
        assertThat(reply.join().detail()).contains("connection ended");
    }

    @Test
    void saysWhenNoStationIsConnected() throws IOException {
        var phone = world.field(ana.account().id(), ana.apiKey() + "&source=phone&orders=1");
        phone.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var reply = give(PING).join();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.detail()).isEqualTo("no station is connected");
        assertThat(phone.waiting()).isZero();
    }

    @Test
    void neverSendsAnOrderToAnAgentThatDoesNotSayThatItReadsThem() throws IOException {
        var old = world.field(ana.account().id(), ana.apiKey());
        old.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));

        var reply = give(PING).join();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.detail()).contains("takes no orders");
        assertThat(old.waiting()).isZero();
        assertThat(old.isClosed()).isFalse();
    }

    @Test
    void endsWaitingWhenTheKeyIsReplaced() throws IOException {
        var station = station("van");

        var reply = give(PING);
        station.next("command");
        world.post("/api/me/keys/rotate", "", "Authorization", "Bearer " + ana.apiKey());

        assertThat(reply.join().status()).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"fly\"}",
                "{\"action\":\"bitrate\"}",
                "{\"action\":\"bitrate\",\"kbps\":-1}",
                "{\"action\":\"link\",\"link\":\" \"}",
                "{\"action\":\"link_priority\",\"link\":\"wwan0\",\"priority\":\"most\"}",
                "{\"action\":\"ping\",\"role\":\"king\"}",
                "[]"
            })
    void refusesWhatIsNoOrder(String body) throws IOException {
        var station = station("van");

        var reply = give(body).join();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(station.waiting()).isZero();
    }

    @Test
    void slowsDownAFloodOfOrders() throws IOException {
        var bia = world.approved("bia");
        station("van");
        var nine = Stream.generate(() -> give(PING)).limit(9).toArray(CompletableFuture[]::new);
        var first = (WebWorld.Reply) CompletableFuture.anyOf(nine).join();

        assertThat(first.status()).isEqualTo(429);
        assertThat(world.post(ORDERS, PING, "Authorization", "Bearer " + bia.apiKey()).status())
                .isEqualTo(404);
    }

    @Test
    void makesTheOperatorAModeratorAndRecordsWhatTheyDid() throws IOException {
        var station = station("van");

        var reply =
                asked(
                        adminPath(ana.account().id().value()),
                        "{\"action\":\"live\",\"role\":\"owner\"}",
                        ADMIN);
        var order = station.next("command");
        answer(station, order.at("/data/id").asString(), false, "only the streamer may do that");

        assertThat(order.at("/data/role").asString()).isEqualTo("moderator");
        assertThat(reply.join().status()).isEqualTo(409);
        assertThat(world.audit.page(Long.MAX_VALUE, 1).getFirst())
                .satisfies(line -> {
                    assertThat(line.action()).isEqualTo("station.live");
                    assertThat(line.subject()).isEqualTo(ana.account().id().value());
                    assertThat(line.outcome()).isEqualTo("refused");
                    assertThat(line.address()).isEqualTo("127.0.0.1");
                });
    }

    @Test
    void tellsTheOperatorWhenThereIsNoSuchStreamer() throws IOException {
        assertThat(world.post(adminPath("nobody"), PING, ADMIN).status()).isEqualTo(404);
        assertThat(world.post(adminPath(ana.account().id().value()), PING).status()).isEqualTo(401);
        assertThat(world.post(ORDERS, PING, "Authorization", "Bearer rn_wrong").status())
                .isEqualTo(401);
    }

    private TestSocket station(String name) throws IOException {
        var station = world.field(ana.account().id(), ana.apiKey() + "&orders=1&station=" + name);
        station.send(FieldMessages.GPS);
        world.awaitPublic(ana, streamer -> streamer.has("gps"));
        return station;
    }

    private static void answer(TestSocket station, String id, boolean done, String explanation) {
        station.send(
                "{\"type\":\"command_result\",\"data\":{\"id\":\"%s\",\"done\":%s,\"explanation\":\"%s\"}}"
                        .formatted(id, done, explanation));
    }

    private CompletableFuture<WebWorld.Reply> give(String order) {
        return asked(ORDERS, order, "Authorization", "Bearer " + ana.apiKey());
    }

    private CompletableFuture<WebWorld.Reply> asked(String path, String body, String... headers) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return world.post(path, body, headers);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                },
                Thread.ofVirtual()::start);
    }

    private static String adminPath(String id) {
        return "/api/admin/streamers/" + id + "/station/orders";
    }
}
