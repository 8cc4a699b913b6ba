package net.ratonet.lab.bench.bonding;

import java.util.List;
import net.ratonet.lab.bench.bonding.Scenario.Change;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.LinkConditions.Hole;

/// The networks that the bond is tried on. Where an aim stands, it is what unmodified libsrt with
/// delayed loss reports needed on the same network.
final class Scenarios {

    private Scenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of("eq", "2 x 4.5 Mbit/s, 40 ms", 6, link(4.5, 40), link(4.5, 40)).aim(0),
                Scenario.of(
                                "asym",
                                "5.5 at 30 ms + 2.2 at 80 ms",
                                5.5,
                                link(5.5, 30),
                                link(2.2, 80))
                        .aim(0),
                Scenario.of(
                                "loss",
                                "2 x 6 Mbit/s, 2 % burst loss on one",
                                6,
                                link(6, 40),
                                link(6, 40).loss(0.02))
                        .aim(133),
                Scenario.of(
                                "rtt",
                                "30 ms beside 250 +- 60 ms one way",
                                6,
                                link(5, 30),
                                link(5, 190).jitter(120))
                        .aim(0),
                Scenario.of(
                                "dead",
                                "3 x 4.5 Mbit/s, one dead for 10 s",
                                6,
                                link(4.5, 40),
                                link(4.5, 40),
                                link(4.5, 40))
                        .cut(0, Hole.BOTH_WAYS, 8, 18)
                        .aim(225),
                Scenario.of("drop", "6 falls to 0.5 Mbit/s for 10 s", 5, link(6, 40), link(6, 40))
                        .during(0, 8, 18, link(0.5, 40))
                        .aim(76),
                Scenario.of("stall", "one link 1.5 s late for 3 s", 6, link(6, 40), link(6, 40))
                        .during(0, 8, 11, link(6, 1_540).queue(2_000))
                        .aim(227),
                Scenario.of(
                                "upx",
                                "uplink of one of 3 dead for 10 s",
                                6,
                                link(4.5, 40),
                                link(4.5, 40),
                                link(4.5, 40))
                        .cut(0, Hole.UPLINK, 8, 18)
                        .aim(311),
                Scenario.of("three", "4 + 3 + 1 Mbit/s", 6, link(4, 30), link(3, 50), link(1, 80)),
                Scenario.of(
                        "tight",
                        "4 + 3 + 1 Mbit/s, nearly full",
                        7.4,
                        link(4, 30),
                        link(3, 50),
                        link(1, 80)),
                allDead(),
                Scenario.of("bloat", "2 s of queue on one link", 6, link(5, 40), link(4, 40))
                        .during(0, 8, 14, link(1, 40).queue(2_000)),
                Scenario.of("rebind", "one link's NAT rebinds", 6, link(6, 40), link(6, 40))
                        .at(10, new Change.Rebind(0)),
                Scenario.of("restart", "the encoder restarts", 6, link(6, 40), link(6, 40))
                        .at(10, new Change.RestartEncoder()),
                Scenario.of(
                                "wrap",
                                "packet numbers begin again, 2 % burst loss",
                                6,
                                link(6, 40),
                                link(6, 40).loss(0.02))
                        .wrapping());
    }

    /// Those that a kernel without delays can make.
    static List<Scenario> forTheKernel() {
        return List.of(
                Scenario.of("eq", "2 x 4.5 Mbit/s", 6, link(4.5, 0), link(4.5, 0)),
                Scenario.of("two", "5 + 3 Mbit/s", 6, link(5, 0), link(3, 0)),
                Scenario.of(
                        "loss",
                        "2 x 6 Mbit/s, 2 % loss on one",
                        6,
                        link(6, 0),
                        link(6, 0).loss(0.02)),
                Scenario.of(
                                "dead",
                                "3 x 4.5 Mbit/s, one dead for 10 s",
                                6,
                                link(4.5, 0),
                                link(4.5, 0),
                                link(4.5, 0))
                        .cut(0, Hole.BOTH_WAYS, 8, 18),
                Scenario.of("drop", "6 falls to 0.5 Mbit/s for 10 s", 5, link(6, 0), link(6, 0))
                        .during(0, 8, 18, link(0.5, 0)));
    }

    private static LinkConditions link(double mbps, int delayMs) {
        return LinkConditions.of(mbps, delayMs);
    }

    private static Scenario allDead() {
        var both = Scenario.of("all dead", "no link for 20 s", 6, link(6, 40), link(6, 40));
        for (var link = 0; link < 2; link++) {
            both = both.during(link, 8, 28, link(6, 40).hole(Hole.BOTH_WAYS));
        }
        return both;
    }
}
