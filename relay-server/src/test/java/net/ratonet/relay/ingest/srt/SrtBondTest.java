package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.HandshakeCodec;
import net.ratonet.relay.ingest.srt.wire.HandshakeExtension;
import net.ratonet.relay.ingest.srt.wire.Handshakes;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.LinkStatistics;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A bond in place of an address, on a loop of its own.
final class SrtBondTest {

    private final FakeBond bond = new FakeBond();
    private GatewayWorld world;
    private PacketLoop loop;
    private SrtSession session;

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys.publisher("open", "rato", Optional.empty());
        loop = new PacketLoop("bond", Ticker.system());
        session = world.gateway.door().open(bond, loop);
        loop.everyTick(now -> {
            session.tick(now);
            return true;
        });
        loop.start();
    }

    @AfterEach
    void closes() {
        loop.close();
        world.close();
    }

    @Test
    void takesItsHandshakeFromWhicheverLink() {
        var agreed = connect(7);

        assertThat(world.intake().origin.protocol()).isEqualTo(IngestProtocol.SRTLA);
        assertThat(agreed.isConclusion()).isTrue();
    }

    @Test
    void givesItTheLongerLatency() {
        var agreed = connect(7);

        var terms = agreed.extension(HandshakeExtension.HSRSP).orElseThrow().content();
        assertThat(ByteBuffer.wrap(terms).getShort(10))
                .isEqualTo((short) FakeKeyRing.LATENCY.multipliedBy(4).toMillis());
    }

    @Test
    void keepsItThroughASilenceThatEndsAPlainSession() {
        connect(7);

        LockSupport.parkNanos(Duration.ofSeconds(7).toNanos());

        assertThat(world.intake().isOpen()).isTrue();
        assertThat(world.calls()).hasSize(1);
    }

    @Test
    void takesAnEncoderThatBeginsAnew() {
        connect(7);
        connect(8);

        assertThat(world.feeds.intakes()).hasSize(2);
        assertThat(world.feeds.intakes().getFirst().isOpen()).isFalse();
        assertThat(world.feeds.last().isOpen()).isTrue();
    }

    @Test
    void endsWhenItIsClosed() {
        connect(7);

        loop.post(session::close);

        Await.until("the intake is closed", () -> !world.intake().isOpen());
        Await.until("FFmpeg is gone", () -> world.calls().isEmpty());
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void countsItsLinks() {
        connect(7);

        Await.until("statistics came", () -> !world.intake().statistics().isEmpty());

        assertThat(bond.asked).isTrue();
    }

    private Handshake connect(int socketId) {
        send(Handshakes.induction(socketId));
        bond.place = at(2);
        var cookie = answer(socketId).cookie();
        send(Handshakes.conclusion(socketId, cookie, "publish/live/open"));
        return answer(socketId);
    }

    private void send(Handshake handshake) {
        loop.post(() -> session.packet(Handshakes.packet(handshake), System.nanoTime()));
    }

    private Handshake answer(int socketId) {
        return Await.value(
                "an answer came",
                () ->
                        Optional.ofNullable(bond.sent.poll())
                                .flatMap(HandshakeCodec::read)
                                .filter(handshake -> handshake.destination() == socketId)
                                .filter(handshake -> !handshake.isRejection()));
    }

    private static InetSocketAddress at(int host) {
        return new InetSocketAddress(InetAddress.ofLiteral("192.0.2." + host), 5_000);
    }

    private static final class FakeBond implements SrtPeer {

        private final BlockingQueue<ByteBuffer> sent = new LinkedBlockingQueue<>();
        private volatile InetSocketAddress place = at(1);
        private volatile boolean asked;

        @Override
        public void send(ByteBuffer packet) {
            if (SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
                sent.add(ByteBuffer.allocate(packet.remaining()).put(packet).flip());
            }
        }

        @Override
        public InetSocketAddress address() {
            return place;
        }

        @Override
        public IngestProtocol protocol() {
            return IngestProtocol.SRTLA;
        }

        @Override
        public int slot() {
            return 0;
        }

        @Override
        public List<LinkStatistics> links(long nowNanos) {
            asked = true;
            return List.of();
        }
    }
}
