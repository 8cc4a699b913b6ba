package net.ratonet.station.main;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The words that ask the running station and change nothing.
final class AskingWords {

    private AskingWords() {}

    static List<Object> of(Surroundings around) {
        return List.of(new Status(around), new Events(around));
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "How the station that runs here is doing.")
    private static final class Status implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        @Option(names = "--json", description = "As one JSON object.")
        private boolean json;

        Status(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).status(json);
        }
    }

    @Command(
            name = "events",
            mixinStandardHelpOptions = true,
            description = "Prints the state, then each change, until ended.")
    private static final class Events implements Callable<Integer> {

        private final Surroundings around;

        @Mixin private final Terminal terminal = new Terminal();

        Events(Surroundings around) {
            this.around = around;
        }

        @Override
        public Integer call() throws InterruptedException {
            return around.station(terminal).events();
        }
    }
}
