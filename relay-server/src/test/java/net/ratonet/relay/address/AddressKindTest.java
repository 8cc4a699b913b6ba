package net.ratonet.relay.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "8.8.8.8",
                "11.0.0.0",
                "126.255.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "169.253.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "2a02:898::1",
                "64:ff9b::808:808",
                "2002:808:808::1",
            })
    void letsAnObsBeOnTheInternet(String address) {
        assertThat(kind(address)).isEqualTo(AddressKind.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.255",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.7",
                "100.64.0.1",
                "198.18.0.1",
                "::1",
                "fc00::1",
                "fdff::1",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:c0a8:1::1",
            })
    void knowsThePrivateOnesHoweverTheyAreWritten(String address) {
        assertThat(kind(address)).isEqualTo(AddressKind.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "fd00:ec2::254",
                "fd20:ce::254",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:0:4136:e378::1",
                "2001:db8::1",
                "4000::1",
            })
    void refusesWhereNoObsEverIs(String address) {
        assertThat(kind(address)).isEqualTo(AddressKind.FORBIDDEN);
    }

    @Test
    void judgesAnyAddress() throws Exception {
        var random = new Random(3);
        for (var round = 0; round < 10_000; round++) {
            var bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);

            assertThat(AddressKind.of(InetAddress.getByAddress(bytes))).isNotNull();
        }
    }

    @Test
    void letsStreamersIntoPrivateNetworksOnlyWhereTheOperatorDoes() {
        assertThat(AddressKind.values())
                .filteredOn(kind -> kind.isOpenTo(true))
                .containsExactly(AddressKind.PUBLIC, AddressKind.PRIVATE);
        assertThat(AddressKind.values())
                .filteredOn(kind -> kind.isOpenTo(false))
                .containsExactly(AddressKind.PUBLIC);
    }

    @Test
    void countsThisMachinesOwnAddressesAsPrivate() {
        assertThat(AddressKind.seenFromHere(InetAddress.getLoopbackAddress()))
                .isEqualTo(AddressKind.PRIVATE);
    }

    private static AddressKind kind(String literal) {
        return AddressKind.of(InetAddress.ofLiteral(literal));
    }
}
