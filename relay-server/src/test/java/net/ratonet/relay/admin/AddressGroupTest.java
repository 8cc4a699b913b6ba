package net.ratonet.relay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AddressGroupTest {

    @Test
    void countsAnIpv6NetworkAsOneCaller() {
        assertThat(AddressGroup.of("2001:db8:1:2:aaaa:bbbb:cccc:dddd"))
                .isEqualTo(AddressGroup.of("[2001:db8:1:2::7]"))
                .isNotEqualTo(AddressGroup.of("2001:db8:1:3::7"));
    }

    @Test
    void countsAnIpv4AddressForItself() {
        assertThat(AddressGroup.of("192.0.2.7")).isNotEqualTo(AddressGroup.of("192.0.2.8"));
    }

    @Test
    void countsAnIpv4AddressInIpv6ClothesForItself() {
        assertThat(AddressGroup.of("::ffff:192.0.2.7"))
                .isNotEqualTo(AddressGroup.of("::ffff:192.0.2.8"));
    }
}
