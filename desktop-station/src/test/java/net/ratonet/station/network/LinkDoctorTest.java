package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkDoctorTest {

    @Test
    void findsNothingWrongWithTwoProperModems() {
        assertThat(diagnose(modem("wwan0", "192.168.8.100"), modem("wwan1", "192.168.9.100")))
                .isEmpty();
    }

    @Test
    void seesTwoModemsInOneSubnet() {
        assertThat(diagnose(modem("wwan0", "192.168.8.100"), modem("wwan1", "192.168.8.101")))
                .singleElement()
                .asString()
                .contains("wwan0", "wwan1", "same subnet", "another address range");
    }

    @Test
    void missesADefaultRoute() {
        var link = new LocalLink("eth0", 2, List.of(InetAddress.ofLiteral("10.0.0.2")), 8, false);

        assertThat(diagnose(link)).singleElement().asString().contains("eth0", "ip route add");
    }

    @Test
    void saysWhenThereIsNoLinkAtAll() {
        assertThat(diagnose()).singleElement().asString().contains("Plug in a modem");
    }

    @Test
    void doesNotComplainOfListedAddresses() {
        assertThat(diagnose(listed("127.0.0.2"), listed("127.0.0.3"))).isEmpty();
    }

    private static List<String> diagnose(LocalLink... links) {
        return LinkDoctor.diagnose(List.of(links));
    }

    private static LocalLink modem(String name, String address) {
        return new LocalLink(name, 3, List.of(InetAddress.ofLiteral(address)), 24, true);
    }

    private static LocalLink listed(String address) {
        return new LocalLink(address, 0, List.of(InetAddress.ofLiteral(address)), 0, true);
    }
}
