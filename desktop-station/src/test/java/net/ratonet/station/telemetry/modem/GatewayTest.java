package net.ratonet.station.telemetry.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.8.100, 24, 192.168.8.1",
        "10.1.2.3, 16, 10.1.0.1",
        "192.168.8.130, 25, 192.168.8.129",
        "172.16.5.10, 30, 172.16.5.9"
    })
    void isTheFirstAddressOfAPrivateNetwork(String own, int prefix, String expected)
            throws UnknownHostException {
        var host = Gateway.firstHost(InetAddress.getByName(own), prefix);

        assertThat(host.orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8, 24", "192.168.8.1, 24", "10.0.0.5, 8", "10.0.0.5, 32", "fe80::1, 64"})
    void isNobodyInPublicOwnOrHugeNetworks(String own, int prefix) throws UnknownHostException {
        assertThat(Gateway.firstHost(InetAddress.getByName(own), prefix)).isEmpty();
    }

    @Test
    void looksAtThisMachineWithoutFailing() {
        assertThat(Gateway.ofThisMachine())
                .allSatisfy(at -> assertThat(at.local().isSiteLocalAddress()).isTrue());
    }
}
