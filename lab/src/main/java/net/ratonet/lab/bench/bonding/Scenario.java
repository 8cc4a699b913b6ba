package net.ratonet.lab.bench.bonding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import net.ratonet.lab.network.LinkConditions;

/// A bad network that changes while a stream runs over it.
///
/// @param mbps of the stream
/// @param aim most retransmissions that the best receiver known needed, where one was measured
/// @param troubled the link that is cut off for a while, if one is
/// @param wraps whether the packet numbers begin again at 0 while it runs
record Scenario(
        String name,
        String about,
        double mbps,
        List<LinkConditions> links,
        List<Step> steps,
        OptionalInt aim,
        OptionalInt troubled,
        boolean wraps) {

    Scenario {
        links = List.copyOf(links);
        steps = List.copyOf(steps);
    }

    /// What happens, counted from the moment when the stream runs.
    record Step(Duration at, Change change) {}

    /// What a step does.
    sealed interface Change {
        record Conditions(int link, LinkConditions now) implements Change {}

        record Rebind(int link) implements Change {}

        record RestartEncoder() implements Change {}
    }

    static Scenario of(String name, String about, double mbps, LinkConditions... links) {
        return new Scenario(
                name,
                about,
                mbps,
                List.of(links),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                false);
    }

    Scenario aim(int retransmissions) {
        return new Scenario(
                name, about, mbps, links, steps, OptionalInt.of(retransmissions), troubled, wraps);
    }

    Scenario wrapping() {
        return new Scenario(name, about, mbps, links, steps, aim, troubled, true);
    }

    /// The link is cut off from one second to another; what is measured is who notices when.
    Scenario cut(int link, LinkConditions.Hole hole, int fromSeconds, int toSeconds) {
        var whole = links.get(link);
        var cutOff =
                new Scenario(name, about, mbps, links, steps, aim, OptionalInt.of(link), wraps)
                        .at(fromSeconds, new Change.Conditions(link, whole.hole(hole)));
        return cutOff.at(toSeconds, new Change.Conditions(link, whole));
    }

    /// The link changes for a while.
    Scenario during(int link, int fromSeconds, int toSeconds, LinkConditions then) {
        return at(fromSeconds, new Change.Conditions(link, then))
                .at(toSeconds, new Change.Conditions(link, links.get(link)));
    }

    Scenario at(int seconds, Change change) {
        var all = new ArrayList<>(steps);
        all.add(new Step(Duration.ofSeconds(seconds), change));
        all.sort(Comparator.comparing(Step::at));
        return new Scenario(name, about, mbps, links, all, aim, troubled, wraps);
    }
}
