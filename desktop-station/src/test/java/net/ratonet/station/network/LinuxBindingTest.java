package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("linux")
final class LinuxBindingTest {

    private final LinuxBinding binding = new LinuxBinding();

    @Test
    void bindsToADevice() throws Exception {
        try (var channel = DatagramChannel.open()) {
            assertThat(binding.bind(channel, device("lo"))).isEmpty();
        }
    }

    @Test
    void saysThatADeviceIsGone() throws Exception {
        try (var channel = DatagramChannel.open()) {
            assertThat(binding.bind(channel, device("wwan77"))).contains("wwan77 is gone");
        }
    }

    @Test
    void leavesAPlainAddressAlone() throws Exception {
        var address = new LocalLink("127.0.0.2", 0, List.of(), 0, true);
        try (var channel = DatagramChannel.open()) {
            assertThat(binding.bind(channel, address)).isEmpty();
        }
    }

    private static LocalLink device(String name) {
        return new LocalLink(name, 1, List.of(InetAddress.ofLiteral("127.0.0.1")), 8, true);
    }
}
