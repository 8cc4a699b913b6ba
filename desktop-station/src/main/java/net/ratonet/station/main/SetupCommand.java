package net.ratonet.station.main;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `station setup`.
@Command(name = "setup", description = "The wizard that writes the settings.")
final class SetupCommand implements Callable<Integer> {

    @Mixin private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        terminal.err()
                .println(
                        "station setup is not in this version yet. Write the settings by hand into"
                                + " a file named .env; station --print-config shows their names.");
        return CommandLine.ExitCode.USAGE;
    }
}
