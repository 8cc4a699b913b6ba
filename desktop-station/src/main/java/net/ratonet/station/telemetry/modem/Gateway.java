package net.ratonet.station.telemetry.modem;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A router at the other end of a link: a stick that poses as a network card is one, too.
///
/// @param local the own address on that link, which tells two sticks with one address apart
/// @param host where the router is most likely to answer
public record Gateway(String interfaceName, InetAddress local, String host) {

    /// The routers that this machine's private links lead to.
    public static List<Gateway> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Gateway::isLink)
                    .flatMap(Gateway::gateways)
                    .toList();
        } catch (SocketException _) {
            // No interface at all.
            return List.of();
        }
    }

    /// The first address of a private network of at most 65,534 hosts, if it is not the own one.
    static Optional<String> firstHost(InetAddress own, int prefix) {
        if (!(own instanceof Inet4Address) || !own.isSiteLocalAddress() || prefix < 16) {
            return Optional.empty();
        }
        var bytes = own.getAddress();
        var address = 0;
        for (var part : bytes) {
            address = (address << 8) | (part & 0xFF);
        }
        var network = prefix >= 31 ? address : address & (-1 << (32 - prefix));
        var first = network + 1;
        return first == address || prefix >= 31 ? Optional.empty() : Optional.of(dotted(first));
    }

    private static boolean isLink(NetworkInterface found) {
        try {
            return found.isUp() && !found.isLoopback() && !found.isVirtual();
        } catch (SocketException _) {
            return false;
        }
    }

    private static Stream<Gateway> gateways(NetworkInterface found) {
        return found.getInterfaceAddresses().stream()
                .flatMap(address -> gateway(found.getName(), address).stream());
    }

    private static Optional<Gateway> gateway(String name, InterfaceAddress address) {
        return firstHost(address.getAddress(), address.getNetworkPrefixLength())
                .map(host -> new Gateway(name, address.getAddress(), host));
    }

    private static String dotted(int address) {
        try {
            return InetAddress.getByAddress(
                            new byte[] {
                                (byte) (address >>> 24),
                                (byte) (address >>> 16),
                                (byte) (address >>> 8),
                                (byte) address
                            })
                    .getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
