package net.ratonet.lab.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.lab.network.LinkConditions.Hole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Over real sockets; only Linux lets anybody use 127.0.0.2 without being asked.
@Tag("linux")
final class ImpairmentProxyTest {

    private static final int SOON_MS = 5_000;

    private final List<Integer> tapped = new ArrayList<>();
    private DatagramSocket server;
    private DatagramSocket modem;
    private ImpairmentProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new DatagramSocket(modem(1));
        server.setSoTimeout(SOON_MS);
        modem = new DatagramSocket(modem(3));
        modem.setSoTimeout(SOON_MS);
        proxy =
                new ImpairmentProxy(
                        (InetSocketAddress) server.getLocalSocketAddress(),
                        List.of(LinkConditions.of(10, 0), LinkConditions.of(10, 5)),
                        ImpairmentProxy::byLastNumber,
                        (link, _, _) -> {
                            synchronized (tapped) {
                                tapped.add(link);
                            }
                        },
                        1);
        proxy.start();
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        modem.close();
        server.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        send("there");
        var got = receive(server);
        server.send(new DatagramPacket("back".getBytes(US_ASCII), 4, got.getSocketAddress()));

        var answer = receive(modem);

        assertThat(text(got)).isEqualTo("there");
        assertThat(text(answer)).isEqualTo("back");
        synchronized (tapped) {
            assertThat(tapped).containsExactly(1);
        }
    }

    @Test
    void swallowsTheUplinkOnly() throws IOException {
        send("first");
        var known = receive(server).getSocketAddress();
        proxy.change(1, LinkConditions.of(10, 5).hole(Hole.UPLINK));
        send("lost");
        server.send(new DatagramPacket("down".getBytes(US_ASCII), 4, known));

        var answer = receive(modem);

        assertThat(text(answer)).isEqualTo("down");
        proxy.change(1, LinkConditions.of(10, 5));
        send("again");
        assertThat(text(receive(server))).isEqualTo("again");
    }

    @Test
    void givesALinkAnotherPort() throws IOException {
        send("before");
        var before = receive(server).getPort();
        proxy.rebind(1);
        send("after");

        var after = receive(server);

        assertThat(text(after)).isEqualTo("after");
        assertThat(after.getPort()).isNotEqualTo(before);
    }

    @Test
    void ignoresAModemThatHasNoLink() throws IOException {
        try (var stranger = new DatagramSocket(modem(9))) {
            stranger.send(packet("who?"));
            send("me");

            assertThat(text(receive(server))).isEqualTo("me");
        }
    }

    private void send(String text) throws IOException {
        modem.send(packet(text));
    }

    private DatagramPacket packet(String text) throws IOException {
        return new DatagramPacket(
                text.getBytes(US_ASCII),
                text.length(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()));
    }

    private static InetSocketAddress modem(int lastNumber) throws IOException {
        return new InetSocketAddress(
                InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastNumber}), 0);
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException late) {
            throw new AssertionError("nothing came", late);
        }
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    }
}
