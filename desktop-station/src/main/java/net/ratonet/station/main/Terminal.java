package net.ratonet.station.main;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Where a word prints to; picocli gives it to every word that mixes it in.
@Command
final class Terminal {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec word;

    PrintWriter out() {
        return word().commandLine().getOut();
    }

    PrintWriter err() {
        return word().commandLine().getErr();
    }

    private CommandSpec word() {
        if (word == null) {
            throw new IllegalStateException("picocli has not set the command's spec");
        }
        return word;
    }
}
