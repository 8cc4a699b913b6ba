package net.ratonet.relay.ingest.srtla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.srtla.GroupId;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SrtlaServerTest {

    private static final int ENCODER = 0x77;

    private final List<FakeSrtSession> sessions = new CopyOnWriteArrayList<>();
    private final Random random = new Random(3);
    private SrtlaServer server;
    private InetSocketAddress address;

    @BeforeEach
    void start() throws IOException {
        server =
                new SrtlaServer(
                        0,
                        SrtlaLimits.USUAL,
                        (peer, _) -> {
                            var session = new FakeSrtSession(peer, 0x500, 2_000);
                            sessions.add(session);
                            return session;
                        },
                        Ticker.system(),
                        random);
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void carriesAStreamOverTwoLinks() throws IOException {
        try (var first = link();
                var second = link()) {
            var session = connect(first, second);

            for (var n = 0; n < 1_000; n++) {
                (n % 3 == 0 ? first : second).write(Packets.data(n, n * 1_000L, 0x500));
                if (n % 50 == 0) {
                    awaitForwarded(session, n);
                }
            }

            awaitForwarded(session, 999);
            assertThat(answer(first, SrtlaType.ACK)).isNotNull();
            assertThat(answer(second, SrtlaType.ACK)).isNotNull();
            Await.until("the tally shows it", () -> server.tally().forwarded() == 1_000);
            assertThat(server.tally().links()).isEqualTo(2);
        }
    }

    @Test
    void endsItsSessionsWhenClosed() throws IOException {
        try (var first = link();
                var second = link()) {
            var session = connect(first, second);

            server.close();

            assertThat(session.closed).isTrue();
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatThrownBy(() ->
                        new SrtlaServer(
                                server.port(),
                                SrtlaLimits.USUAL,
                                (peer, _) -> new FakeSrtSession(peer, 1, 1),
                                Ticker.system(),
                                random))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UDP port " + server.port());
    }

    @Test
    void keepsAStreamWholeAmidRubbish() throws IOException {
        try (var first = link();
                var second = link();
                var attacker = link()) {
            var session = connect(first, second);

            for (var n = 0; n < 500; n++) {
                first.write(Packets.data(n, n * 1_000L, 0x500));
                attack(attacker);
                if (n % 10 == 0) {
                    awaitForwarded(session, n);
                }
            }

            awaitForwarded(session, 499);
            assertThat(session.received).isEqualTo(IntStream.range(0, 500).boxed().toList());
            Await.until("the tally shows it", () -> server.tally().unwanted() > 100);
            assertThat(server.tally().groups()).isEqualTo(1);
            assertThat(server.tally().links()).isEqualTo(2);
        }
    }

    private FakeSrtSession connect(DatagramChannel first, DatagramChannel second)
            throws IOException {
        first.write(SrtlaCodec.putReg1(ByteBuffer.allocate(258), GroupId.random(random)).flip());
        var id = SrtlaCodec.groupId(answer(first, SrtlaType.REG2)).orElseThrow();
        for (var link : List.of(first, second)) {
            link.write(SrtlaCodec.putReg2(ByteBuffer.allocate(258), id).flip());
            answer(link, SrtlaType.REG3);
        }
        first.write(Packets.handshake(Packets.INDUCTION, ENCODER, 0));
        answer(first, SrtlaType.NOT_SRTLA);
        first.write(Packets.handshake(Packets.CONCLUSION, ENCODER, 0));
        answer(first, SrtlaType.NOT_SRTLA);
        return sessions.getLast();
    }

    private void attack(DatagramChannel attacker) throws IOException {
        var bytes = new byte[1 + random.nextInt(1_400)];
        random.nextBytes(bytes);
        attacker.write(ByteBuffer.wrap(bytes));
        var registration = new byte[258];
        random.nextBytes(registration);
        registration[0] = (byte) 0x92;
        registration[1] = (byte) random.nextInt(3);
        attacker.write(ByteBuffer.wrap(registration));
    }

    private DatagramChannel link() throws IOException {
        var channel = DatagramChannel.open().connect(address);
        channel.configureBlocking(false);
        return channel;
    }

    private static void awaitForwarded(FakeSrtSession session, int sequence) {
        Await.until(
                "packet %d is forwarded".formatted(sequence),
                () -> session.received.contains(sequence));
    }

    private static ByteBuffer answer(DatagramChannel link, SrtlaType type) {
        var packet = ByteBuffer.allocate(2_048);
        Await.until(
                "a link hears " + type,
                () -> link.read(packet.clear()) > 0 && SrtlaType.of(packet.flip()) == type);
        return packet;
    }
}
