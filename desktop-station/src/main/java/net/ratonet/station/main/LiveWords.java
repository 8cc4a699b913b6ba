package net.ratonet.station.main;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.station.config.BitrateText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The words for the live and its bitrate.
final class LiveWords {

    private LiveWords() {}

    static List<Object> of(Surroundings around) {
        return List.of(
                new Live(around),
                new Stop(around),
                new Restart(around),
                new HoldBitrate(around),
                new Kick(around));
    }

    @Command(
            name = "live",
            mixinStandardHelpOptions = true,
            description = "Goes live to FIELD_LIVE_TO, or to an address read from standard input.")
    private static final class Live implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Parameters(
                arity = "0..1",
                paramLabel = "-",
                description =
                        "Read the address from standard input; it may hold a key, which a command"
                                + " line would show to others.")
        private @Nullable String from;

        @Option(names = "--anyway", description = "Whatever station check says.")
        private boolean anyway;

        Live(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (from == null) {
                return around.station(terminal).goLive(Optional.empty(), anyway);
            }
            if (!from.equals(SecretArgument.ELSEWHERE)) {
                terminal.err().println(SecretArgument.refusal());
                return CommandLine.ExitCode.USAGE;
            }
            var to = around.secret("Address to go live to:").orElse("");
            return around.station(terminal).goLive(Optional.of(to), anyway);
        }
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Ends the live. The station goes on reporting.")
    private static final class Stop implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        Stop(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).order(new StationCommand.StopLive());
        }
    }

    @Command(
            name = "restart",
            mixinStandardHelpOptions = true,
            description = "Starts the encoder anew; the live goes on.")
    private static final class Restart implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        Restart(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).order(new StationCommand.RestartEncoder());
        }
    }

    @Command(
            name = "bitrate",
            mixinStandardHelpOptions = true,
            description = "Holds the bitrate, or lets it follow the links again.")
    private static final class HoldBitrate implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Parameters(paramLabel = "RATE", description = "Like 2500k or 4M, or auto.")
        private String rate = "";

        HoldBitrate(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            if (rate.equals("auto")) {
                return around.station(terminal).order(new StationCommand.FreeBitrate());
            }
            var bitrate = BitrateText.parse(rate.matches("\\d{1,6}") ? rate + "k" : rate);
            if (bitrate.isEmpty()) {
                terminal.err()
                        .println("A bitrate is a number of kbit/s, or like 2500k or 4M, or auto.");
                return CommandLine.ExitCode.USAGE;
            }
            return around.station(terminal).order(new StationCommand.SetBitrate(bitrate.get()));
        }
    }

    @Command(
            name = "kick",
            mixinStandardHelpOptions = true,
            description = "Lets a bitrate that is stuck below rise again at once.")
    private static final class Kick implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        Kick(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).order(new StationCommand.Kick());
        }
    }
}
