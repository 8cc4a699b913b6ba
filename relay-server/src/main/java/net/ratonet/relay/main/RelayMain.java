package net.ratonet.relay.main;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Where the relay program starts.
public final class RelayMain {

    private static final Logger LOG = LoggerFactory.getLogger(RelayMain.class);

    private RelayMain() {}

    public static void main(String[] args) {
        var command = new CommandLine(new RelayCommand());
        command.setExecutionExceptionHandler(RelayMain::report);
        System.exit(command.execute(args));
    }

    /// For what nobody foresaw: a person gets a sentence, the log gets the rest.
    private static int report(
            Exception mistake, CommandLine command, CommandLine.ParseResult arguments) {
        LOG.error("{} failed", arguments.expandedArgs(), mistake);
        command.getErr()
                .println(
                        "The relay failed in a way that nobody foresaw; please report it with the"
                                + " log above.");
        return RelayCommand.FAILED;
    }
}
