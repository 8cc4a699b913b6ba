package net.ratonet.relay.admin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// The addresses that one caller can use freely: a single IPv4 address, but a whole IPv6 network.
public final class AddressGroup {

    /// Each household gets at least a /64.
    private static final int NETWORK_BYTES = 8;

    private AddressGroup() {}

    /// A text that is no address is a group of its own.
    public static String of(String address) {
        return ofBare(address.replace("[", "").replace("]", ""));
    }

    private static String ofBare(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
