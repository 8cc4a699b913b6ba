package net.ratonet.station.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import net.ratonet.station.network.routing.IpTool;
import net.ratonet.station.network.routing.RoutePlan;
import net.ratonet.station.network.routing.RoutePlanner;
import net.ratonet.station.network.routing.RoutingSnapshot;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The words for the system's routes, on Linux.
final class NetworkWords {

    private static final int ROOT = 0;

    private NetworkWords() {}

    static CommandLine of(Surroundings around) {
        return new CommandLine(new Network())
                .addSubcommand(new Fix(around))
                .addSubcommand(new Undo(around));
    }

    @Command(
            name = "network",
            mixinStandardHelpOptions = true,
            description = "The system's routes for several modems (Linux).")
    private static final class Network implements Callable<Integer> {

        @Mixin private final Terminal terminal = new Terminal();

        @Override
        public Integer call() {
            terminal.err().println("Say what: station network fix, or station network undo");
            return CommandLine.ExitCode.USAGE;
        }
    }

    @Command(
            name = "fix",
            mixinStandardHelpOptions = true,
            description = "Says what is wrong, and sets a routing table for each modem as root.")
    private static final class Fix implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Option(names = "--yes", description = "Do not ask before changing anything.")
        private boolean yes;

        Fix(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return new Repair(around, terminal, yes).apply(RoutePlanner::fix);
        }
    }

    @Command(
            name = "undo",
            mixinStandardHelpOptions = true,
            description = "Takes back what fix has set; a looser rp_filter stays until a restart.")
    private static final class Undo implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Option(names = "--yes", description = "Do not ask before changing anything.")
        private boolean yes;

        Undo(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return new Repair(around, terminal, yes).apply(RoutePlanner::undo);
        }
    }

    /// What a plan is made from.
    private interface Planner {
        RoutePlan plan(RoutingSnapshot now);
    }

    private record Repair(Surroundings around, Terminal terminal, boolean yes) {

        int apply(Planner planner) throws InterruptedException {
            var ip = new IpTool();
            try {
                var plan = planner.plan(ip.look());
                plan.findings().forEach(terminal.out()::println);
                if (plan.commands().isEmpty()) {
                    terminal.out().println("There is nothing to change.");
                    return CommandLine.ExitCode.OK;
                }
                return carryOut(ip, plan);
            } catch (IOException trouble) {
                terminal.err().println("Not all could be read or set: " + trouble.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
        }

        private int carryOut(IpTool ip, RoutePlan plan) throws IOException, InterruptedException {
            var root = ROOT == (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            terminal.out().println(root ? "To do:" : "Only root may do that:");
            plan.commands()
                    .forEach(
                            command -> terminal.out().println((root ? "  " : "  sudo ") + command));
            if (!root) {
                return CommandLine.ExitCode.SOFTWARE;
            }
            if (!yes && !agrees()) {
                terminal.out().println("Nothing was changed.");
                return CommandLine.ExitCode.SOFTWARE;
            }
            for (var command : plan.commands()) {
                ip.run(command);
            }
            terminal.out().println("Done.");
            return CommandLine.ExitCode.OK;
        }

        private boolean agrees() throws IOException {
            terminal.out().print("Do it? Write yes: ");
            terminal.out().flush();
            return "yes".equals(around.input().readLine());
        }
    }
}
