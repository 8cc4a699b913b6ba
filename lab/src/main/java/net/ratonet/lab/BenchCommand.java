package net.ratonet.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import net.ratonet.lab.bench.TelemetryBench;
import net.ratonet.lab.bench.bonding.BondingBench;
import net.ratonet.lab.bench.relay.RelayBench;
import net.ratonet.lab.bench.station.StationBench;
import net.ratonet.lab.process.Checkout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./ratonet bench NAME`: measures, prints a table, changes nothing.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures one part of RatoNet and prints a table.")
final class BenchCommand implements Callable<Integer> {

    /// What can be measured.
    enum Bench {
        telemetry,
        bonding,
        relay,
        station
    }

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "what to measure: ${COMPLETION-CANDIDATES}")
    private Bench bench = Bench.telemetry;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "length of each measurement (${DEFAULT-VALUE})")
    private int seconds = 20;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description =
                    "parted by commas; all without it. bonding: names of scenarios; station: cost,"
                            + " bond, or names of algorithms")
    private List<String> only = List.of();

    @Option(
            names = "--namespaces",
            description =
                    "bonding: let the Linux kernel make the networks, in network namespaces; needs"
                            + " root")
    private boolean namespaces;

    @Override
    public Integer call() {
        Runtime.getRuntime().addShutdownHook(new Thread(BenchCommand::endAll, "bench end"));
        try {
            System.out.println(measure(Duration.ofSeconds(seconds)));
            return 0;
        } catch (IOException trouble) {
            System.err.println("The measurement failed: " + trouble.getMessage());
            return 1;
        }
    }

    /// Who stops a measurement half-way leaves nothing running.
    private static void endAll() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }

    private String measure(Duration length) throws IOException {
        return switch (bench) {
            case telemetry -> new TelemetryBench(Checkout.here(), length).run();
            case relay -> new RelayBench(Checkout.here(), length).run();
            case station -> new StationBench(Checkout.here(), length, only).run();
            case bonding -> new BondingBench(Checkout.here(), length, only, namespaces).run();
        };
    }
}
