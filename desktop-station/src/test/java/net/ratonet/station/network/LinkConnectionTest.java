package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Against a real listener. That `127.0.0.2` is an address without being asked for holds on Linux.
@Tag("linux")
final class LinkConnectionTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final InetAddress RELAY = InetAddress.ofLiteral("127.0.0.1");

    private ServerSocket relay;

    @BeforeEach
    void listen() throws IOException {
        relay = new ServerSocket(0, 50, RELAY);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @Test
    void leavesFromTheAddressOfItsLink() throws IOException {
        var link = link("127.0.0.2", 0, "127.0.0.2");

        try (var connection = open(link, LIMIT);
                var seen = relay.accept()) {
            assertThat(seen.getInetAddress()).isEqualTo(InetAddress.ofLiteral("127.0.0.2"));
            assertThat(connection.complaint()).isEmpty();
        }
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        try (var connection = open(link("lo", 1, "127.0.0.1"), LIMIT);
                var seen = relay.accept()) {
            connection.socket().getOutputStream().write(7);
            seen.getOutputStream().write(seen.getInputStream().read() + 1);

            assertThat(connection.socket().getInputStream().read()).isEqualTo(8);
        }
    }

    /// The system would route it over loopback, whatever the source address; the device forbids it.
    @Test
    void leavesByNoOtherDeviceThanItsOwn() throws IOException {
        var other =
                NetworkInterface.networkInterfaces()
                        .filter(found -> !found.getName().equals("lo"))
                        .findFirst();
        Assumptions.assumeTrue(other.isPresent(), "this machine has but one device");

        assertThatThrownBy(() ->
                        open(
                                link(other.get().getName(), other.get().getIndex(), "127.0.0.1"),
                                SHORT))
                .isInstanceOf(IOException.class);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        relay.close();

        assertThatThrownBy(() -> open(link("lo", 1, "127.0.0.1"), LIMIT))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void saysThatALinkHasNoFittingAddress() {
        assertThatThrownBy(() -> open(link("wwan0", 0, "::1"), LIMIT))
                .hasMessageContaining("no address of the kind");
    }

    private LinkConnection open(LocalLink link, Duration limit) throws IOException {
        return LinkConnection.open(link, List.of(RELAY), relay.getLocalPort(), limit);
    }

    private static LocalLink link(String name, int index, String address) {
        return new LocalLink(name, index, List.of(InetAddress.ofLiteral(address)), 8, true);
    }
}
