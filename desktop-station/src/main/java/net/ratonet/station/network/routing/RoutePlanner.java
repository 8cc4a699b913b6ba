package net.ratonet.station.network.routing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.ratonet.station.network.routing.RoutingSnapshot.Address;
import net.ratonet.station.network.routing.RoutingSnapshot.DefaultRoute;
import net.ratonet.station.network.routing.RoutingSnapshot.Rule;

/// Plans a routing table for each modem, so that what is sent from a modem's address leaves by that
/// modem. Tables, priorities and metrics from 7701 on are ours, which is how they are found again.
/// Pure.
public final class RoutePlanner {

    private static final int OURS = 7_700;
    private static final int MOST_LINKS = 99;
    private static final String MAIN = "main";
    private static final int STRICT = 1;

    /// Bridges, containers and tunnels, which are no way out of their own.
    private static final List<String> INNER =
            List.of("lo", "docker", "br-", "veth", "virbr", "tun", "tap", "wg", "tailscale", "zt");

    private final RoutingSnapshot now;
    private final List<String> findings = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    private RoutePlanner(RoutingSnapshot now) {
        this.now = now;
    }

    /// What there is to mend; nothing for a machine with one way out.
    public static RoutePlan fix(RoutingSnapshot now) {
        var planner = new RoutePlanner(now);
        var links = planner.links();
        if (links.size() > 1) {
            planner.removeStale(links);
            for (var place = 0; place < links.size(); place++) {
                planner.fix(links.get(place), OURS + 1 + place);
            }
            planner.twins(links);
        }
        return new RoutePlan(planner.findings, planner.commands);
    }

    /// Takes back what `fix` has set, but not the looser filter.
    public static RoutePlan undo(RoutingSnapshot now) {
        var commands = new ArrayList<String>();
        now.rules().stream()
                .filter(rule -> isOurs(rule.priority()))
                .forEach(rule -> commands.add(removal(rule)));
        now.routes().stream()
                .map(DefaultRoute::table)
                .filter(RoutePlanner::isOurTable)
                .distinct()
                .forEach(table -> commands.add("ip route flush table " + table));
        now.routes().stream()
                .filter(route -> route.table().equals(MAIN) && isOurs(route.metric()))
                .forEach(route ->
                        commands.add(
                                "ip route del default dev %s metric %d"
                                        .formatted(route.link(), route.metric())));
        return new RoutePlan(List.of(), commands);
    }

    /// The first address of each link, by name, so that every run gives the same numbers.
    private List<Address> links() {
        var first = new HashMap<String, Address>();
        now.addresses().stream()
                .filter(address -> INNER.stream().noneMatch(address.link()::startsWith))
                .forEach(address -> first.putIfAbsent(address.link(), address));
        return first.values().stream()
                .sorted(Comparator.comparing(Address::link))
                .limit(MOST_LINKS)
                .toList();
    }

    /// Rules for addresses that are gone or belong to another table now.
    private void removeStale(List<Address> links) {
        var wanted = new ArrayList<Rule>();
        for (var place = 0; place < links.size(); place++) {
            wanted.add(rule(links.get(place), OURS + 1 + place));
        }
        now.rules().stream()
                .filter(rule -> isOurs(rule.priority()) && !wanted.contains(rule))
                .forEach(rule -> commands.add(removal(rule)));
    }

    private void fix(Address link, int table) {
        var gateway = gateway(link);
        var way =
                gateway.map(at -> "via %s dev %s".formatted(at, link.link()))
                        .orElse("dev " + link.link());
        if (routes(link, MAIN).findAny().isEmpty()) {
            findings.add(link.link() + " has no default route, so nothing leaves by it.");
            commands.add("ip route replace default %s metric %d".formatted(way, table));
        }
        var own = Integer.toString(table);
        if (routes(link, own).noneMatch(route -> route.gateway().equals(gateway))) {
            findings.add(
                    "%s has no table of its own, so what is sent from %s may leave by another link."
                            .formatted(link.link(), link.address()));
            commands.add("ip route replace default %s table %d".formatted(way, table));
        }
        if (!now.rules().contains(rule(link, table))) {
            commands.add(
                    "ip rule add from %s lookup %d priority %d"
                            .formatted(link.address(), table, table));
        }
        if (now.strictness().getOrDefault(link.link(), 0) == STRICT) {
            findings.add(
                    "%s drops answers that come back another way (rp_filter is strict)."
                            .formatted(link.link()));
            commands.add("sysctl -qw net/ipv4/conf/%s/rp_filter=2".formatted(link.link()));
        }
    }

    /// As any route of that link says; else the first address of its network, which is where modems
    /// and phones are. A network of two ends has none.
    private Optional<String> gateway(Address link) {
        var known = now.routes().stream().filter(route -> route.link().equals(link.link()));
        var first = known.findFirst();
        if (first.isPresent()) {
            return first.get().gateway();
        }
        if (link.prefixLength() > 30) {
            return Optional.empty();
        }
        var guess = firstOf(link);
        findings.add(
                "The gateway of %s is not known; %s is taken for it."
                        .formatted(link.link(), guess));
        return Optional.of(guess);
    }

    private static String firstOf(Address link) {
        var host = network(link) + 1;
        return "%d.%d.%d.%d"
                .formatted((host >> 24) & 255, (host >> 16) & 255, (host >> 8) & 255, host & 255);
    }

    private static long network(Address link) {
        var bits = 0L;
        for (var octet : InetAddress.ofLiteral(link.address()).getAddress()) {
            bits = (bits << 8) | (octet & 255);
        }
        var rest = 32 - link.prefixLength();
        return (bits >> rest) << rest;
    }

    private void twins(List<Address> links) {
        var seen = new HashMap<Long, Address>();
        for (var link : links) {
            var twin = seen.putIfAbsent(network(link), link);
            if (twin != null) {
                findings.add(
                        ("%s and %s are in the same subnet. Routes cannot mend that: give one of"
                                        + " the modems another address range in its settings page.")
                                .formatted(twin.link(), link.link()));
            }
        }
    }

    private Stream<DefaultRoute> routes(Address link, String table) {
        return now.routes().stream()
                .filter(route -> route.link().equals(link.link()) && route.table().equals(table));
    }

    private static Rule rule(Address link, int table) {
        return new Rule(table, link.address(), Integer.toString(table));
    }

    private static String removal(Rule rule) {
        return "ip rule del from %s lookup %s priority %d"
                .formatted(rule.from(), rule.table(), rule.priority());
    }

    private static boolean isOurs(long number) {
        return number > OURS && number <= OURS + MOST_LINKS;
    }

    private static boolean isOurTable(String table) {
        return table.matches("\\d{4}") && isOurs(Long.parseLong(table));
    }
}
