package net.ratonet.station.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// A road out of this machine as the system shows it now.
///
/// @param name of the interface, or the address where addresses were listed
/// @param index of the interface; 0 when the address alone decides
/// @param prefixLength of the first address
/// @param routed whether the system knows a way from there to the internet, as far as it tells
public record LocalLink(
        String name, int index, List<InetAddress> addresses, int prefixLength, boolean routed) {

    public LocalLink {
        addresses = List.copyOf(addresses);
    }

    /// The address to send from to such a destination.
    Optional<InetAddress> sourceFor(InetAddress destination) {
        Class<? extends InetAddress> family =
                destination instanceof Inet4Address ? Inet4Address.class : Inet6Address.class;
        return addresses.stream().filter(family::isInstance).findFirst();
    }

    boolean isDevice() {
        return index > 0;
    }
}
