package net.ratonet.lab;

import net.ratonet.lab.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Where the lab's programs start.
@Command(
        name = "lab",
        description = "Programs that run the real programs.",
        subcommands = {DemoCommand.class, BenchCommand.class})
public final class LabMain {

    private LabMain() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new LabMain()).execute(args));
    }
}
