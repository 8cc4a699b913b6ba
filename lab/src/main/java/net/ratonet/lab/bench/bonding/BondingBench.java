package net.ratonet.lab.bench.bonding;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.ratonet.lab.bench.Report;
import net.ratonet.lab.bench.bonding.Scenario.Change;
import net.ratonet.lab.network.LinkConditions.Hole;
import net.ratonet.lab.process.Broadcast;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Folders;

/// Runs the bond over each bad network for a while and says what came of it.
public final class BondingBench {

    private static final Duration ARRIVAL = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private final Checkout checkout;
    private final Duration length;
    private final List<String> only;
    private final boolean kernel;
    private final Report report =
            new Report(
                    List.of(
                            "Network",
                            "Sent",
                            "Lost",
                            "Retransmitted",
                            "Aim",
                            "Share per link",
                            "Goodput",
                            "Noticed",
                            "Recovered"));

    /// A benchmark that has not run.
    ///
    /// @param only names of scenarios; empty for all
    /// @param kernel whether the kernel makes the networks, as far as it can
    public BondingBench(Checkout checkout, Duration length, List<String> only, boolean kernel) {
        this.checkout = checkout;
        this.length = length;
        this.only = List.copyOf(only);
        this.kernel = kernel;
    }

    public String run() throws IOException {
        try (var folders = Folders.temporary("ratonet-bonding")) {
            for (var scenario : kernel ? Scenarios.forTheKernel() : Scenarios.all()) {
                if (only.isEmpty() || only.contains(scenario.name())) {
                    var folder = folders.below(scenario.name());
                    measure(scenario, Broadcast.of(folders.root(), scenario.mbps()), folder);
                }
            }
        }
        return report.toString();
    }

    private void measure(Scenario scenario, Broadcast broadcast, Path folder) throws IOException {
        try (var world = BondingWorld.start(checkout, folder, scenario, broadcast, kernel)) {
            world.streamer().awaitStream(ARRIVAL);
            world.play();
            pause(WARM_UP);
            var run = new BondingRun(scenario, world);
            run.through(longEnough(scenario));
            report.row(run.result());
        }
    }

    private Duration longEnough(Scenario scenario) {
        var last = scenario.steps().isEmpty() ? Duration.ZERO : scenario.steps().getLast().at();
        var calm = last.plusSeconds(12);
        return calm.compareTo(length) > 0 ? calm : length;
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the link lets nothing of the modem's through.
    static boolean isCut(Change change) {
        return change instanceof Change.Conditions(_, var now) && now.hole() != Hole.NONE;
    }
}
