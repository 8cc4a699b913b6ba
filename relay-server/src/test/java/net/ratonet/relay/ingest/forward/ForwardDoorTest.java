package net.ratonet.relay.ingest.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.SrtPeer;
import net.ratonet.relay.ingest.srt.SrtSession;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.LinkStatistics;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Over real sockets of the loopback.
final class ForwardDoorTest {

    private static final int SERVER_SOCKET = 0x42;

    private final RecordingPeer peer = new RecordingPeer();
    private DatagramSocket server;
    private PacketLoop loop;
    private SrtSession session;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setSoTimeout(10_000);
        loop = new PacketLoop("forward-test", Ticker.system());
        loop.start();
        var door = new ForwardDoor((InetSocketAddress) server.getLocalSocketAddress());
        session = onLoop(() -> door.open(peer, loop));
    }

    @AfterEach
    void close() {
        loop.close();
        server.close();
    }

    @Test
    void handsPacketsOnAsTheyAre() throws IOException {
        send(data(7, SERVER_SOCKET));

        var got = receive();

        assertThat(ByteBuffer.wrap(got.getData(), 0, got.getLength()))
                .isEqualTo(data(7, SERVER_SOCKET));
    }

    @Test
    void bringsTheAnswersBack() throws IOException {
        send(data(7, SERVER_SOCKET));
        var got = receive();

        server.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, got.getSocketAddress()));

        Await.until("an answer", () -> peer.got.contains(List.of((byte) 1, (byte) 2, (byte) 3)));
    }

    @Test
    void tellsTheServerWhenThePeerIsGone() throws IOException {
        send(data(7, SERVER_SOCKET));
        receive();

        onLoop(() -> {
            session.close();
            return session;
        });

        var farewell = receive();
        var packet = ByteBuffer.wrap(farewell.getData(), 0, farewell.getLength());
        assertThat(SrtPacket.isControl(packet, SrtPacket.SHUTDOWN)).isTrue();
        assertThat(SrtPacket.destination(packet)).isEqualTo(SERVER_SOCKET);
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void isOverWhenNoServerListens() {
        server.close();

        Await.until(
                "the end",
                () -> {
                    send(data(7, SERVER_SOCKET));
                    return session.isOver();
                });
    }

    private void send(ByteBuffer packet) {
        onLoop(() -> {
            session.packet(packet, 0);
            return session;
        });
    }

    private DatagramPacket receive() throws IOException {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        server.receive(packet);
        return packet;
    }

    private <T> T onLoop(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        loop.post(() -> done.complete(work.get()));
        return done.join();
    }

    private static ByteBuffer data(int sequence, int destination) {
        return SrtPacket.putData(ByteBuffer.allocate(20), sequence, sequence, 0, destination)
                .putInt(0x47)
                .flip();
    }

    /// Remembers what was sent to it.
    private static final class RecordingPeer implements SrtPeer {

        private final List<List<Byte>> got = new CopyOnWriteArrayList<>();

        @Override
        public void send(ByteBuffer packet) {
            var bytes = new ArrayList<Byte>();
            while (packet.hasRemaining()) {
                bytes.add(packet.get());
            }
            got.add(bytes);
        }

        @Override
        public InetSocketAddress address() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
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
            return List.of();
        }
    }
}
