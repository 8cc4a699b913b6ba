package net.ratonet.relay.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an address leads, for a relay that must not become a door into the networks behind it.
public enum AddressKind {
    PUBLIC,
    /// Loopback, a home or company network, a private overlay network.
    PRIVATE,
    /// Where nothing of a streamer's ever is: the metadata and helper addresses of clouds,
    /// link-local, multicast and reserved ranges.
    FORBIDDEN;

    private static final List<Network> FORBIDDEN_NETWORKS =
            networks(
                    "0.0.0.0/8",
                    "100.100.100.200/32",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "192.0.0.0/24",
                    "224.0.0.0/3",
                    "2001::/32",
                    "2001:db8::/32",
                    "fd00:ec2::/32",
                    "fd20:ce::/32");

    private static final List<Network> PRIVATE_NETWORKS =
            networks(
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "::1/128",
                    "fc00::/7");

    /// All of IPv6 that has been given out to the public.
    private static final Network GIVEN_OUT = Network.of("2000::/3");

    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final List<Network> ENDING_IN_IPV4 = networks("64:ff9b::/96", "::/96");

    /// The kind of an address seen from this machine: its own public address is a way round its
    /// firewall, and so as private as its others.
    public static AddressKind seenFromHere(InetAddress address) {
        var kind = of(address);
        return kind == PUBLIC && isOfThisMachine(address) ? PRIVATE : kind;
    }

    /// Whether a streamer may send the relay there.
    ///
    /// @param privateToo as the operator allows
    public boolean isOpenTo(boolean privateToo) {
        return switch (this) {
            case PUBLIC -> true;
            case PRIVATE -> privateToo;
            case FORBIDDEN -> false;
        };
    }

    public static AddressKind of(InetAddress address) {
        if (isIn(FORBIDDEN_NETWORKS, address)) {
            return FORBIDDEN;
        }
        if (isIn(PRIVATE_NETWORKS, address)) {
            return PRIVATE;
        }
        return ipv4Within(address)
                .map(AddressKind::of)
                .orElseGet(() -> isGivenOut(address) ? PUBLIC : FORBIDDEN);
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) {
            return true;
        }
    }

    private static boolean isGivenOut(InetAddress address) {
        return address instanceof Inet4Address || GIVEN_OUT.contains(address);
    }

    /// The IPv4 address that a translated IPv6 address really leads to.
    private static Optional<InetAddress> ipv4Within(InetAddress address) {
        var bytes = address.getAddress();
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(ipv4(Arrays.copyOfRange(bytes, 2, 6)));
        }
        return isIn(ENDING_IN_IPV4, address)
                ? Optional.of(ipv4(Arrays.copyOfRange(bytes, 12, 16)))
                : Optional.empty();
    }

    private static InetAddress ipv4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
