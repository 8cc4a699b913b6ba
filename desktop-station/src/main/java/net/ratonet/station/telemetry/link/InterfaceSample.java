package net.ratonet.station.telemetry.link;

import java.util.List;

/// A network interface as the system shows it now.
///
/// @param addresses IPv4 with prefix length
/// @param received bytes since the system began to count
/// @param sent bytes since the system began to count
record InterfaceSample(String name, boolean up, List<String> addresses, long received, long sent) {

    InterfaceSample {
        addresses = List.copyOf(addresses);
    }

    boolean isUsable() {
        return up && !addresses.isEmpty();
    }

    boolean has(String address) {
        return addresses.stream().anyMatch(own -> own.startsWith(address + "/"));
    }
}
