package net.ratonet.station.network.routing;

import java.util.List;

/// What is wrong with the routes, in sentences, and the commands that mend it, in order.
public record RoutePlan(List<String> findings, List<String> commands) {

    public RoutePlan {
        findings = List.copyOf(findings);
        commands = List.copyOf(commands);
    }
}
