package net.ratonet.relay.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void believesNobodyWithoutAProxy() {
        assertThat(ClientAddress.of("10.0.0.1", List.of("1.2.3.4"), false)).isEqualTo("10.0.0.1");
    }

    @Test
    void takesWhatTheProxyItselfWrote() {
        assertThat(ClientAddress.of("10.0.0.1", List.of("6.6.6.6, 1.2.3.4"), true))
                .isEqualTo("1.2.3.4");
    }

    @Test
    void fallsBackToThePeerWhenTheProxySaysNothing() {
        assertThat(ClientAddress.of("10.0.0.1", List.of(), true)).isEqualTo("10.0.0.1");
        assertThat(ClientAddress.of("10.0.0.1", List.of("1.2.3.4, "), true)).isEqualTo("10.0.0.1");
        assertThat(ClientAddress.of("10.0.0.1", List.of("x".repeat(65)), true))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void believesTheLastLineOfSeveral() {
        assertThat(ClientAddress.of("10.0.0.1", List.of("6.6.6.6", "1.2.3.4"), true))
                .isEqualTo("1.2.3.4");
    }

    @Test
    void takesNothingForAnAddressThatIsNone() {
        assertThat(ClientAddress.of("10.0.0.1", List.of("<script>alert(1)</script>"), true))
                .isEqualTo("10.0.0.1");
    }
}
