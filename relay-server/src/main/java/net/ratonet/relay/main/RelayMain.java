package net.ratonet.relay.main;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Where the relay program starts.
public final class RelayMain {

    private static final Logger LOG = LoggerFactory.getLogger(RelayMain.class);

    private RelayMain() {}

    public static void main(String[] args) {
        System.exit(args.length == 0 ? startAtOnce() : parse(args));
    }

    /// The usual start has no arguments to read. Picocli would take a tenth of its time: the JVM's
    /// start-up cache cannot hold classes as old as its own.
    private static int startAtOnce() {
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        var err = new PrintWriter(System.err, true, Charset.defaultCharset());
        try {
            return new RelayStart(Path.of(RelayCommand.ENV_FILE), out, err).run(RelaySwitches.ALL);
        } catch (InterruptedException | RuntimeException mistake) {
            return report(mistake, List.of(), err);
        }
    }

    private static int parse(String[] args) {
        var command = new CommandLine(new RelayCommand());
        command.setExecutionExceptionHandler((mistake, line, arguments) ->
                report(mistake, arguments.expandedArgs(), line.getErr()));
        return command.execute(args);
    }

    /// For what nobody foresaw: a person gets a sentence, the log gets the rest.
    private static int report(Exception mistake, List<String> arguments, PrintWriter err) {
        LOG.error("{} failed", arguments, mistake);
        err.println(
                "The relay failed in a way that nobody foresaw; please report it with the log"
                        + " above.");
        return RelayStart.FAILED;
    }
}
