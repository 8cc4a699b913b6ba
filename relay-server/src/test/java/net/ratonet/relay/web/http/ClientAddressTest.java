package net.ratonet.relay.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void believesNobodyWithoutAProxy() {
        assertThat(ClientAddress.of("10.0.0.1", Optional.of("1.2.3.4"), false))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void takesWhatTheProxyItselfWrote() {
        assertThat(ClientAddress.of("10.0.0.1", Optional.of("6.6.6.6, 1.2.3.4"), true))
                .isEqualTo("1.2.3.4");
    }

    @Test
    void fallsBackToThePeerWhenTheProxySaysNothing() {
        assertThat(ClientAddress.of("10.0.0.1", Optional.empty(), true)).isEqualTo("10.0.0.1");
        assertThat(ClientAddress.of("10.0.0.1", Optional.of("1.2.3.4, "), true))
                .isEqualTo("10.0.0.1");
        assertThat(ClientAddress.of("10.0.0.1", Optional.of("x".repeat(65)), true))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void countsAnIpv6NetworkAsOneCaller() {
        assertThat(ClientAddress.network("2001:db8:1:2:aaaa:bbbb:cccc:dddd"))
                .isEqualTo(ClientAddress.network("[2001:db8:1:2::7]"))
                .isNotEqualTo(ClientAddress.network("2001:db8:1:3::7"));
        assertThat(ClientAddress.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
