package net.ratonet.station.network.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How Linux routes IPv4 at one instant.
///
/// @param strictness how each link filters by the way back: 0 not, 1 strictly, 2 loosely
public record RoutingSnapshot(
        List<Address> addresses,
        List<DefaultRoute> routes,
        List<Rule> rules,
        Map<String, Integer> strictness) {

    public RoutingSnapshot {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        strictness = Map.copyOf(strictness);
    }

    /// An address that a link has.
    public record Address(String link, String address, int prefixLength) {}

    /// A way to everywhere. Links that are wires between two ends have no gateway.
    public record DefaultRoute(String link, Optional<String> gateway, String table, long metric) {}

    /// Which table is asked for what comes from an address.
    public record Rule(long priority, String from, String table) {}
}
