package net.ratonet.station.network.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.network.routing.RoutingSnapshot.Address;
import net.ratonet.station.network.routing.RoutingSnapshot.DefaultRoute;
import net.ratonet.station.network.routing.RoutingSnapshot.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the routes of Linux with `ip` and runs commands that change them. Waits on the thread that
/// asks.
public final class IpTool {

    private static final long LONGEST_S = 10;
    private static final int DEFAULT_PRIORITY = 0;

    private final List<String> prefix;

    public IpTool() {
        this(List.of());
    }

    /// @param prefix words before each command: those that enter another network namespace
    IpTool(List<String> prefix) {
        this.prefix = List.copyOf(prefix);
    }

    public RoutingSnapshot look() throws IOException, InterruptedException {
        var addresses = addresses(ask("ip -json -4 addr show up"));
        var filters = new HashMap<String, Integer>();
        for (var address : addresses) {
            filters.put(address.link(), Math.max(filter("all"), filter(address.link())));
        }
        return new RoutingSnapshot(
                addresses,
                routes(ask("ip -json -4 route show table all")),
                rules(ask("ip -json -4 rule show")),
                filters);
    }

    /// Runs one command of a plan.
    public void run(String command) throws IOException, InterruptedException {
        var _ = say(command);
    }

    private int filter(String link) throws IOException, InterruptedException {
        var said = say("sysctl -n net/ipv4/conf/%s/rp_filter".formatted(link));
        return said.matches("[012]") ? Integer.parseInt(said) : 0;
    }

    static List<Address> addresses(JsonNode links) {
        var all = new ArrayList<Address>();
        for (var link : links) {
            for (var address : link.path("addr_info")) {
                if (address.path("scope").asString("").equals("global")) {
                    all.add(
                            new Address(
                                    text(link, "ifname"),
                                    text(address, "local"),
                                    address.path("prefixlen").asInt(32)));
                }
            }
        }
        return all;
    }

    static List<DefaultRoute> routes(JsonNode routes) {
        var all = new ArrayList<DefaultRoute>();
        for (var route : routes) {
            if (text(route, "dst").equals("default") && route.has("dev")) {
                all.add(
                        new DefaultRoute(
                                text(route, "dev"),
                                Optional.of(text(route, "gateway")).filter(at -> !at.isEmpty()),
                                route.path("table").asString("main"),
                                route.path("metric").asLong(DEFAULT_PRIORITY)));
            }
        }
        return all;
    }

    static List<Rule> rules(JsonNode rules) {
        var all = new ArrayList<Rule>();
        for (var rule : rules) {
            all.add(
                    new Rule(
                            rule.path("priority").asLong(DEFAULT_PRIORITY),
                            text(rule, "src"),
                            text(rule, "table")));
        }
        return all;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private JsonNode ask(String command) throws IOException, InterruptedException {
        var said = say(command);
        return switch (Json.readObject("{\"all\":" + (said.isEmpty() ? "[]" : said) + "}")) {
            case Decoded.Accepted<ObjectNode>(var node) -> node.path("all");
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new IOException("this said nothing useful: " + command);
        };
    }

    private String say(String command) throws IOException, InterruptedException {
        var words = new ArrayList<>(prefix);
        words.addAll(List.of(command.split(" ", -1)));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("%s failed: %s".formatted(command, said));
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
