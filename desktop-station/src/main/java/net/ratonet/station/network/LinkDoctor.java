package net.ratonet.station.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// Says in plain words what is wrong with the links of a machine. Pure.
public final class LinkDoctor {

    private LinkDoctor() {}

    public static List<String> diagnose(List<LocalLink> links) {
        var findings = new ArrayList<String>();
        if (links.isEmpty()) {
            findings.add(
                    "No link has an address and a route: plug in a modem, or name the interfaces in"
                            + " FIELD_NETWORK_INTERFACES.");
        }
        links.stream()
                .filter(link -> !link.routed())
                .forEach(link ->
                        findings.add(
                                ("%s has an address but no default route, so nothing leaves by it."
                                     + " Set one: ip route add default dev %s metric 500")
                                        .formatted(link.name(), link.name())));
        for (var i = 0; i < links.size(); i++) {
            for (var j = i + 1; j < links.size(); j++) {
                if (shareSubnet(links.get(i), links.get(j))) {
                    findings.add(sharing(links.get(i), links.get(j)));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static String sharing(LocalLink one, LocalLink other) {
        return ("%s (%s) and %s (%s) are in the same subnet, so answers may come back on the wrong"
                    + " one. Give one of the modems another address range in its settings page.")
                .formatted(
                        one.name(),
                        one.addresses().getFirst().getHostAddress(),
                        other.name(),
                        other.addresses().getFirst().getHostAddress());
    }

    private static boolean shareSubnet(LocalLink one, LocalLink other) {
        if (!one.isDevice() || !other.isDevice()) {
            return false;
        }
        var first = one.addresses().getFirst();
        var second = other.addresses().getFirst();
        var prefix = Math.min(one.prefixLength(), other.prefixLength());
        return prefix > 0
                && first.getAddress().length == second.getAddress().length
                && network(first, prefix).equals(network(second, prefix));
    }

    private static BigInteger network(InetAddress address, int prefix) {
        var bytes = address.getAddress();
        return new BigInteger(1, bytes).shiftRight(bytes.length * 8 - prefix);
    }
}
