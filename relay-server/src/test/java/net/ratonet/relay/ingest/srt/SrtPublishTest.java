package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real callers, real listeners, the gateway between.
final class SrtPublishTest {

    private static final String KEY = "k3y_of-Rato_42";
    private static final int COUNT = 7 * 400;

    private GatewayWorld world;

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
    }

    @AfterEach
    void closes() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish/live/" + KEY,
                "live/" + KEY,
                "publish:" + KEY,
                "publish:" + KEY + ":user:pass",
                "%23!::m%3Dpublish,r%3D" + KEY + ",u%3Dme",
                KEY,
                "live_" + KEY
            })
    void takesEveryFormOfStreamId(String streamId) throws Exception {
        world.keys.publisher(KEY, "rato", Optional.empty());
        var caller = world.publisher(streamId, "");

        GatewayWorld.feed(caller, 0, 20);

        Await.until("the stream came", () -> world.intake().length() > 0);
        assertThat(world.intake().right.streamer()).hasToString("rato");
    }

    @Test
    void handsEveryByteOnInOrder() throws Exception {
        world.keys.publisher(KEY, "rato", Optional.empty());
        var caller = world.publisher("publish/live/" + KEY, "");

        GatewayWorld.feed(caller, 0, COUNT / 7);

        Await.until("all came", () -> world.intake().length() >= COUNT * 188);
        assertThat(GatewayWorld.numbers(world.intake().bytes()))
                .isEqualTo(IntStream.range(0, COUNT).boxed().toList());
        assertThat(world.intake().origin.protocol()).isEqualTo(IngestProtocol.SRT);
        assertThat(world.intake().origin.address().getAddress().isLoopbackAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void takesTheEncryptionOff(int keyLength) throws Exception {
        world.keys.publisher(KEY, "rato", Optional.of("correct horse battery"));
        var caller =
                world.publisher(
                        "publish/live/" + KEY,
                        "&passphrase=correct horse battery&pbkeylen=" + keyLength);

        GatewayWorld.feed(caller, 0, COUNT / 7);

        Await.until("all came", () -> world.intake().length() >= COUNT * 188);
        assertThat(GatewayWorld.numbers(world.intake().bytes()))
                .isEqualTo(IntStream.range(0, COUNT).boxed().toList());
    }

    @Test
    void followsTheCallerWhenItChangesKeys() throws Exception {
        world.keys.publisher(KEY, "rato", Optional.of("correct horse battery"));
        var caller =
                world.publisher(
                        "publish/live/" + KEY,
                        "&passphrase=correct horse battery&pbkeylen=16&kmrefreshrate=100"
                                + "&kmpreannounce=40");

        GatewayWorld.feed(caller, 0, COUNT / 7);

        Await.until("all came", () -> world.intake().length() >= COUNT * 188);
        assertThat(GatewayWorld.numbers(world.intake().bytes()))
                .isEqualTo(IntStream.range(0, COUNT).boxed().toList());
    }

    @Test
    void losesNothingOfTheEndWhenTheCallerSaysGoodbye() throws Exception {
        world.keys.publisher(KEY, "rato", Optional.empty());
        var caller = world.publisher("publish/live/" + KEY, "&latency=1500000&linger=2");
        GatewayWorld.feed(caller, 0, 20);
        Await.until("it is connected", () -> !world.feeds.intakes().isEmpty());
        GatewayWorld.feed(caller, 140, 100);

        caller.input().close();

        Await.until("the intake is closed", () -> !world.intake().isOpen());
        assertThat(GatewayWorld.numbers(world.intake().bytes())).contains(7 * 100);
    }

    @Test
    void tellsHowTheNetworkDoes() throws Exception {
        world.keys.publisher(KEY, "rato", Optional.empty());
        var caller = world.publisher("publish/live/" + KEY, "");

        GatewayWorld.feed(caller, 0, 900);
        Await.until("statistics came", () -> world.intake().statistics().size() >= 2);

        var all = world.intake().statistics();
        assertThat(all.stream().mapToLong(NetworkStatistics::received).sum())
                .isBetween(300L, 1_200L);
        assertThat(all.getFirst().rttMs()).isBetween(0.001, 200.0);
        assertThat(all).allMatch(one -> one.lost() == 0 && one.dropped() == 0);
        assertThat(all.getFirst().receiveBuffer()).isPositive();
    }
}
