package net.ratonet.station.network;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the links of this machine: interfaces that are up and have an address and a route, or
/// exactly those that a person has named. A name that is an address stands for itself.
public final class LinkScan implements Supplier<List<LocalLink>> {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private static final Path DEVICES = Path.of("/sys/class/net");

    private final List<String> chosen;
    private final DefaultRoutes routes;

    public LinkScan(List<String> chosen) {
        this(chosen, DefaultRoutes.ofThisSystem());
    }

    LinkScan(List<String> chosen, DefaultRoutes routes) {
        this.chosen = List.copyOf(chosen);
        this.routes = routes;
    }

    @Override
    public List<LocalLink> get() {
        var links = new ArrayList<LocalLink>();
        chosen.stream().filter(LinkScan::isAddress).forEach(text -> links.add(ofAddress(text)));
        if (links.size() < chosen.size() || chosen.isEmpty()) {
            links.addAll(interfaces());
        }
        return List.copyOf(links);
    }

    static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || text.contains(":");
    }

    private static LocalLink ofAddress(String text) {
        return new LocalLink(text, 0, List.of(InetAddress.ofLiteral(text)), 0, true);
    }

    /// With those, too, that have an address but no way out, if they are devices that one can
    /// touch: a bridge of containers needs none.
    public List<LocalLink> withUnrouted() {
        return Stream.concat(
                        get().stream(),
                        interfaces(link -> !link.routed() && isTangible(link)).stream())
                .distinct()
                .toList();
    }

    private static boolean isTangible(LocalLink link) {
        return Files.exists(DEVICES.resolve(link.name()).resolve("device"));
    }

    private List<LocalLink> interfaces() {
        return interfaces(link -> link.routed() || chosen.contains(link.name()));
    }

    private List<LocalLink> interfaces(Predicate<LocalLink> which) {
        try {
            var routed = routes.interfaces();
            return NetworkInterface.networkInterfaces()
                    .filter(this::isWanted)
                    .map(found -> link(found, routed))
                    .filter(link -> !link.addresses().isEmpty())
                    .filter(which)
                    .toList();
        } catch (IOException _) {
            // The list changes while it is read; the next look comes within a second.
            return List.of();
        }
    }

    private boolean isWanted(NetworkInterface found) {
        try {
            return found.isUp()
                    && !found.isLoopback()
                    && (chosen.isEmpty() || chosen.contains(found.getName()));
        } catch (SocketException _) {
            // It went away between the two questions.
            return false;
        }
    }

    private static LocalLink link(NetworkInterface found, Set<String> routed) {
        var addresses = found.getInterfaceAddresses().stream().filter(LinkScan::isUsable).toList();
        return new LocalLink(
                found.getName(),
                found.getIndex(),
                addresses.stream().map(InterfaceAddress::getAddress).toList(),
                addresses.isEmpty() ? 0 : addresses.getFirst().getNetworkPrefixLength(),
                routed.isEmpty() || routed.contains(found.getName()));
    }

    private static boolean isUsable(InterfaceAddress found) {
        var address = found.getAddress();
        return address instanceof Inet6Address
                ? !address.isLinkLocalAddress() && !address.isSiteLocalAddress()
                : !address.isLinkLocalAddress();
    }
}
