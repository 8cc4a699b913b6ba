package net.ratonet.station.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// Finds what is wrong with the links of a machine. Pure.
public final class LinkDoctor {

    private LinkDoctor() {}

    /// The faults as sentences.
    static List<String> diagnose(List<LocalLink> links) {
        return examine(links).stream().map(fault -> fault.what() + " " + fault.remedy()).toList();
    }

    public static List<LinkFault> examine(List<LocalLink> links) {
        var faults = new ArrayList<LinkFault>();
        if (links.isEmpty()) {
            faults.add(new LinkFault.NoLink());
        }
        links.stream()
                .filter(link -> !link.routed())
                .forEach(link -> faults.add(new LinkFault.Unrouted(link.name())));
        for (var i = 0; i < links.size(); i++) {
            for (var j = i + 1; j < links.size(); j++) {
                if (shareSubnet(links.get(i), links.get(j))) {
                    faults.add(new LinkFault.Shared(links.get(i), links.get(j)));
                }
            }
        }
        return List.copyOf(faults);
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
