package net.ratonet.station.telemetry.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.ratonet.shared.telemetry.LinkClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "wwan0, MOBILE", "ppp0, MOBILE", "usb0, MOBILE", "wwp0s20u4, MOBILE", "wwx0c5b8f, MOBILE",
        "wlan0, WIFI", "wlp3s0, WIFI", "wlx00c0ca, WIFI", "eth0, ETHERNET", "enp3s0, ETHERNET",
        "enx00e04c, ETHERNET", "eno1, ETHERNET", "tun0, VPN", "wg0, VPN", "tailscale0, VPN",
        "sit0, UNKNOWN"
    })
    void goesByTheNameWhenNothingElseIsKnown(String name, LinkClass expected) {
        assertThat(LinkClassifier.classify(name, LinkHardware.UNKNOWN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "enx0c5b8f279a64, cdc_ether, MOBILE",
        "eth1, rndis_host, MOBILE",
        "usb0, r8152, ETHERNET",
        "wwan0, qmi_wwan, MOBILE",
        "eth0, unheard_of, ETHERNET"
    })
    void believesTheDriverMoreThanTheName(String name, String driver, LinkClass expected) {
        var hardware = new LinkHardware(Optional.of(driver), Optional.empty(), false, false, false);

        assertThat(LinkClassifier.classify(name, hardware)).isEqualTo(expected);
    }

    @Test
    void believesTheKernelThatSomethingIsWirelessOrAModem() {
        var wireless = new LinkHardware(Optional.of("r8152"), Optional.empty(), false, true, false);
        var modem = new LinkHardware(Optional.empty(), Optional.empty(), false, false, true);

        assertThat(LinkClassifier.classify("eth0", wireless)).isEqualTo(LinkClass.WIFI);
        assertThat(LinkClassifier.classify("eth0", modem)).isEqualTo(LinkClass.MOBILE);
    }
}
