package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.Optional;
import net.ratonet.relay.ffmpeg.FfmpegLauncher;
import net.ratonet.relay.ingest.srt.wire.Handshakes;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SrtPortsTest {

    private final FakeFeedDoor feeds = new FakeFeedDoor();
    private final FfmpegLauncher ffmpeg = FfmpegLauncher.bundled();

    @AfterEach
    void closes() {
        ffmpeg.close();
    }

    @Test
    void listensOnEveryAddressOfTheMachine() throws Exception {
        try (var gateway = gateway(SrtPorts.any()).start();
                var caller = DatagramChannel.open()) {
            caller.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.9"), 0));
            caller.configureBlocking(false);
            caller.send(
                    Handshakes.packet(Handshakes.induction(7)),
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), gateway.port()));

            var answer = ByteBuffer.allocate(100);

            Await.until("an answer came", () -> caller.receive(answer) != null);
        }
    }

    @Test
    void takesPublishersOnTheOldPortsToo() throws Exception {
        try (var gateway = onFreePorts(new SrtPorts(1, 6, 4));
                var caller = new RawCaller(gateway.port() + 5)) {
            caller.send(Handshakes.induction(7));
            var cookie = caller.answer().cookie();
            caller.send(Handshakes.conclusion(7, cookie, "publish/live/open"));

            Await.until("it is let in", () -> !feeds.intakes().isEmpty());

            assertThat(feeds.last().origin.slot()).isEqualTo(1);
        }
    }

    @Test
    void goesWithoutAnOldPortThatIsTaken() throws Exception {
        try (var taken = DatagramChannel.open()) {
            taken.bind(new InetSocketAddress(0));
            var base = taken.socket().getLocalPort() - 1;
            try (var gateway = gateway(new SrtPorts(base, 2, 4)).start();
                    var caller = new RawCaller(gateway.port())) {
                caller.send(Handshakes.induction(7));

                assertThat(caller.answer().destination()).isEqualTo(7);
            }
        }
    }

    @Test
    void saysWhichPortItNeedsWhenItIsTaken() throws Exception {
        try (var taken = DatagramChannel.open()) {
            taken.bind(new InetSocketAddress(0));
            var base = taken.socket().getLocalPort();

            try (var gateway = gateway(new SrtPorts(base, 1, 4))) {
                assertThatThrownBy(gateway::start)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("UDP port " + base);
            }
        }
    }

    @Test
    void refusesPortsThatCannotBe() {
        assertThatThrownBy(() -> new SrtPorts(65_500, 99, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SrtPorts(9_000, 0, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SrtGateway onFreePorts(SrtPorts wanted) {
        return Await.value(
                "free ports in a row",
                () -> {
                    try (var probe = DatagramChannel.open()) {
                        probe.bind(new InetSocketAddress(0));
                        var base = probe.socket().getLocalPort() - wanted.count();
                        return Optional.of(
                                gateway(new SrtPorts(base, wanted.count(), wanted.perStreamer()))
                                        .start());
                    }
                });
    }

    private SrtGateway gateway(SrtPorts ports) throws IOException {
        var keys = new FakeKeyRing().publisher("open", "rato", Optional.empty());
        var backend = new SrtBackend(keys, feeds, _ -> Optional.empty(), ffmpeg);
        return new SrtGateway(ports, backend, Ticker.system(), new SecureRandom());
    }
}
