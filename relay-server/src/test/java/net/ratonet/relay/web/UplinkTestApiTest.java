package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UplinkTestApiTest {

    private static final int MOST = 4 * 1024 * 1024;

    private WebWorld world;
    private String key;

    @BeforeEach
    void open() throws IOException {
        world = WebWorld.open();
        key = world.approved("ana").apiKey();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void saysHowManyBytesCameAndHowLongTheyTook() throws IOException {
        var reply = send(BodyPublishers.ofByteArray(new byte[MOST]), key);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("bytes").asInt()).isEqualTo(MOST);
        assertThat(reply.json().path("milliseconds").asInt()).isBetween(1, 30_000);
    }

    @Test
    void takesAnEmptyBody() throws IOException {
        var reply = send(BodyPublishers.noBody(), key);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("bytes").asInt()).isZero();
    }

    @Test
    void refusesMoreThanFourMegabytes() throws IOException {
        var reply = send(BodyPublishers.ofByteArray(new byte[MOST + 1]), key);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.detail()).contains("at most 4 MB");
    }

    @Test
    void refusesMoreThanFourMegabytesFromWhoDoesNotSayHowMany() throws IOException {
        var reply =
                send(
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[MOST + 1])),
                        key);

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void refusesStrangers() throws IOException {
        assertThat(send(BodyPublishers.noBody(), "rn_wrong").status()).isEqualTo(401);
    }

    @Test
    void letsOneStreamerTestOnlySoOften() throws IOException {
        var statuses = new HashSet<Integer>();
        for (var index = 0; index < 40; index++) {
            statuses.add(send(BodyPublishers.noBody(), key).status());
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 429);
        assertThat(send(BodyPublishers.noBody(), world.approved("bia").apiKey()).status())
                .isEqualTo(200);
    }

    private WebWorld.Reply send(BodyPublisher body, String apiKey) throws IOException {
        return world.send(
                world.request("/api/uplink-test", "Authorization", "Bearer " + apiKey).POST(body));
    }
}
