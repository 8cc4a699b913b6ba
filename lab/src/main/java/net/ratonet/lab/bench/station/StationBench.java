package net.ratonet.lab.bench.station;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import net.ratonet.lab.bench.Aim;
import net.ratonet.lab.bench.Report;
import net.ratonet.lab.bench.srt.SrtSink;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.Folders;
import net.ratonet.lab.process.ProcessCost;

/// Measures the station: what it costs beside its encoder, what its bond costs for each rate, and
/// how each of its algorithms follows what the links carry.
public final class StationBench {

    private static final LinkConditions WIDE = LinkConditions.of(6, 30);
    private static final List<String> ALGORITHMS = List.of("rato", "belabox", "fast", "slow");

    /// A JVM has compiled what it needs, and given the memory for that back.
    private static final Duration CALM = Duration.ofSeconds(15);

    private static final Duration WARM_UP = Duration.ofSeconds(8);

    /// Brings within seconds to compiled code what a live brings there within minutes.
    private static final int WARM_UP_MBPS = 50;

    private static final int BOND_CORE = 0;
    private static final Pattern BONDING = Pattern.compile("Bonding UDP port (\\d+) to");
    private static final Pattern FORWARDING = Pattern.compile("Forwarding SRTLA of port (\\d+)");
    private static final Duration START = Duration.ofSeconds(20);

    private static final Aim CPU = Aim.atMost(5, "% of a core", 1);
    private static final Aim MEMORY = Aim.atMost(120, "MB", 0);

    private final Checkout checkout;
    private final Duration length;
    private final List<String> only;
    private final Report report = new Report();

    /// A benchmark that has not run.
    ///
    /// @param only names of parts: cost, bond, or an algorithm; empty for all
    public StationBench(Checkout checkout, Duration length, List<String> only) {
        this.checkout = checkout;
        this.length = length;
        this.only = List.copyOf(only);
    }

    public String run() throws IOException {
        try (var folders = Folders.temporary("ratonet-station-bench")) {
            if (isWanted("cost")) {
                cost(folders.below("cost"));
            }
            if (isWanted("bond")) {
                bond(folders.below("bond-6"), 6, Aim.atMost(1.4, "% of a core", 1));
                bond(folders.below("bond-100"), 100, Aim.atMost(8.2, "% of a core", 1));
            }
            for (var algorithm : ALGORITHMS) {
                if (isWanted(algorithm)) {
                    new Pursuit(algorithm, length, report).run(checkout, folders.below(algorithm));
                }
            }
        }
        return report.toString();
    }

    private boolean isWanted(String part) {
        return only.isEmpty() || only.contains(part);
    }

    private void cost(Path folder) throws IOException {
        try (var world = StationWorld.live(checkout, folder, WIDE, "rato", 4_000)) {
            pause(CALM);
            var before = world.cost();
            pause(length);
            var after = world.cost();
            report.row("headless, live over 2 links: arriving", world.arriving(), "");
            report.row("  CPU without the encoder", after.cpuPercentSince(before), CPU);
            if (after.residentKilobytes().isPresent()) {
                report.row("  RSS", after.residentKilobytes().getAsLong() / 1_024.0, MEMORY);
            }
        }
    }

    private void bond(Path folder, int mbps, Aim aim) throws IOException {
        try (var sink = new SrtSink();
                var receiver = startReceiver(folder, sink);
                var bond = startBond(folder, port(receiver, FORWARDING));
                var load = new BondLoad(port(bond, BONDING), sink)) {
            load.run(Math.max(mbps, WARM_UP_MBPS), WARM_UP);
            load.settle();
            var sentBefore = load.sent();
            var receivedBefore = sink.received();
            var before = ProcessCost.of(bond.process().toHandle());
            load.run(mbps, length);
            var after = ProcessCost.of(bond.process().toHandle());
            load.settle();
            var sent = load.sent() - sentBefore;
            report.row(
                    "bond alone, 2 links, %d Mbit/s: CPU".formatted(mbps),
                    after.cpuPercentSince(before),
                    aim);
            report.row(
                    "  lost",
                    "%d of %d packets".formatted(sent - (sink.received() - receivedBefore), sent),
                    "");
        }
    }

    private Child startReceiver(Path folder, SrtSink sink) throws IOException {
        return Child.start(
                checkout.program(
                        "receiver",
                        "relay-server",
                        List.of("srtla", "--port", "0", "--to", "127.0.0.1:" + sink.port())),
                folder,
                _ -> {});
    }

    private Child startBond(Path folder, int receiver) throws IOException {
        var arguments =
                List.of(
                        "bond",
                        "--listen",
                        "0",
                        "--to",
                        "127.0.0.1:" + receiver,
                        "--links",
                        "127.0.0.2,127.0.0.3");
        var program = checkout.program("bond", "desktop-station", arguments);
        return Child.start(program.pinnedTo(BOND_CORE), folder, _ -> {});
    }

    private static int port(Child child, Pattern line) throws IOException {
        return Integer.parseInt(child.expect(line, START));
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
