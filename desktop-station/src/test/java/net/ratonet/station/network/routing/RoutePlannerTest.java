package net.ratonet.station.network.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.ratonet.station.network.routing.RoutingSnapshot.Address;
import net.ratonet.station.network.routing.RoutingSnapshot.DefaultRoute;
import net.ratonet.station.network.routing.RoutingSnapshot.Rule;
import org.junit.jupiter.api.Test;

final class RoutePlannerTest {

    private static final Address ONE = new Address("usb0", "192.168.8.100", 24);
    private static final Address TWO = new Address("usb1", "192.168.9.100", 24);
    private static final DefaultRoute MAIN_ONE = route("usb0", "192.168.8.1", "main", 100);
    private static final DefaultRoute MAIN_TWO = route("usb1", "192.168.9.1", "main", 101);

    @Test
    void leavesAMachineWithOneWayOutAlone() {
        var docker = new Address("docker0", "172.17.0.1", 16);

        assertThat(fix(List.of(ONE, docker), List.of(MAIN_ONE), List.of()).commands()).isEmpty();
    }

    @Test
    void givesEachModemATableAndARule() {
        assertThat(fix(List.of(TWO, ONE), List.of(MAIN_ONE, MAIN_TWO), List.of()).commands())
                .containsExactly(
                        "ip route replace default via 192.168.8.1 dev usb0 table 7701",
                        "ip rule add from 192.168.8.100 lookup 7701 priority 7701",
                        "ip route replace default via 192.168.9.1 dev usb1 table 7702",
                        "ip rule add from 192.168.9.100 lookup 7702 priority 7702");
    }

    @Test
    void hasNothingToDoTwice() {
        var routes =
                List.of(
                        MAIN_ONE,
                        MAIN_TWO,
                        route("usb0", "192.168.8.1", "7701", 0),
                        route("usb1", "192.168.9.1", "7702", 0));
        var rules =
                List.of(
                        new Rule(7_701, "192.168.8.100", "7701"),
                        new Rule(7_702, "192.168.9.100", "7702"));

        var plan = fix(List.of(ONE, TWO), routes, rules);

        assertThat(plan.findings()).isEmpty();
        assertThat(plan.commands()).isEmpty();
    }

    @Test
    void guessesTheGatewayOfALinkWithoutRoute() {
        var plan = fix(List.of(ONE, TWO), List.of(MAIN_ONE), List.of());

        assertThat(plan.findings())
                .anyMatch(text -> text.contains("192.168.9.1 is taken for it"))
                .anyMatch(text -> text.contains("usb1 has no default route"));
        assertThat(plan.commands())
                .contains("ip route replace default via 192.168.9.1 dev usb1 metric 7702");
    }

    @Test
    void needsNoGatewayOnAWireOfTwoEnds() {
        var wire = new Address("wwan0", "10.1.2.3", 32);

        assertThat(fix(List.of(ONE, wire), List.of(MAIN_ONE), List.of()).commands())
                .contains("ip route replace default dev wwan0 table 7702");
    }

    @Test
    void removesItsRulesForAddressesThatAreGone() {
        var old = new Rule(7_701, "192.168.7.100", "7701");
        var foreign = new Rule(1_000, "10.0.0.9", "90");

        assertThat(fix(List.of(ONE, TWO), List.of(MAIN_ONE, MAIN_TWO), List.of(old, foreign)))
                .satisfies(plan ->
                        assertThat(plan.commands())
                                .startsWith(
                                        "ip rule del from 192.168.7.100 lookup 7701 priority 7701")
                                .noneMatch(command -> command.contains("10.0.0.9")));
    }

    @Test
    void loosensAStrictFilterAndTellsOfTwins() {
        var twin = new Address("usb2", "192.168.8.101", 24);
        var now =
                new RoutingSnapshot(
                        List.of(ONE, twin), List.of(MAIN_ONE), List.of(), Map.of("usb0", 1));

        var plan = RoutePlanner.fix(now);

        assertThat(plan.commands()).contains("sysctl -qw net/ipv4/conf/usb0/rp_filter=2");
        assertThat(plan.findings()).anyMatch(text -> text.contains("usb0 and usb2"));
    }

    @Test
    void takesBackOnlyWhatIsItsOwn() {
        var now =
                new RoutingSnapshot(
                        List.of(ONE),
                        List.of(
                                MAIN_ONE,
                                route("usb1", "192.168.9.1", "main", 7_702),
                                route("usb0", "192.168.8.1", "7701", 0),
                                route("eth0", "10.0.0.1", "90", 0)),
                        List.of(
                                new Rule(0, "all", "local"),
                                new Rule(7_701, "192.168.8.100", "7701")),
                        Map.of());

        assertThat(RoutePlanner.undo(now).commands())
                .containsExactly(
                        "ip rule del from 192.168.8.100 lookup 7701 priority 7701",
                        "ip route flush table 7701",
                        "ip route del default dev usb1 metric 7702");
    }

    private static RoutePlan fix(
            List<Address> addresses, List<DefaultRoute> routes, List<Rule> rules) {
        return RoutePlanner.fix(new RoutingSnapshot(addresses, routes, rules, Map.of()));
    }

    private static DefaultRoute route(String link, String gateway, String table, long metric) {
        return new DefaultRoute(link, Optional.of(gateway), table, metric);
    }
}
