package net.ratonet.shared.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkClassTest {

    @ParameterizedTest
    @CsvSource({
        "wwan0, MOBILE",
        "ppp0, MOBILE",
        "usb0, MOBILE",
        "cdc-wdm0, MOBILE",
        "qmi0, MOBILE",
        "wlan0, WIFI",
        "wlp3s0, WIFI",
        "wifi0, WIFI",
        "ath0, WIFI",
        "eth0, ETHERNET",
        "enp0s20u1, ETHERNET",
        "eno1, ETHERNET",
        "en0, ETHERNET",
        "tun0, VPN",
        "tap0, VPN",
        "wg0, VPN",
        "vti0, VPN",
        "WLAN0, WIFI",
        "lo, UNKNOWN",
        "docker0, UNKNOWN",
        "'', UNKNOWN"
    })
    void classesAnInterfaceByItsName(String interfaceName, LinkClass expected) {
        assertThat(LinkClass.ofInterface(interfaceName)).isEqualTo(expected);
    }

    @Test
    void speaksTheNamesOfTheWire() {
        assertThat(Stream.of(LinkClass.values()).map(LinkClass::wireName))
                .containsExactly("4g", "wifi", "ethernet", "vpn", "starlink", "unknown");
    }
}
