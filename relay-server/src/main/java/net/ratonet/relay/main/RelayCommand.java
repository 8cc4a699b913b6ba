package net.ratonet.relay.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ratonet relay`: reads the settings, then starts the relay or shows what it would start with.
@Command(
        name = "relay",
        mixinStandardHelpOptions = true,
        version = "RatoNet relay 0.1.0",
        description = "Runs the relay: media, web and API, live data, scenes.",
        subcommands = {BackupCommand.class, SrtlaCommand.class},
        footer = {
            "",
            "Settings come from environment variables and the .env file; see .env.example.",
        })
final class RelayCommand implements Callable<Integer> {

    static final String ENV_FILE = ".env";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            defaultValue = ENV_FILE,
            description = "settings to read besides the environment (${DEFAULT-VALUE})")
    private Path envFile = Path.of(ENV_FILE);

    @Option(
            names = "--print-config",
            description = "show every setting, its value and where it came from")
    private boolean printConfig;

    @Option(
            names = "--self-check",
            description =
                    "start a relay of its own on a free port, try it, and end it; touches nothing")
    private boolean selfCheck;

    @Option(names = "--no-srt", description = "take no streams in (SRT, SRTLA, RTMP)")
    private boolean withoutDoors;

    @Option(names = "--no-relay", description = "send nothing to platforms")
    private boolean withoutOutputs;

    @Option(names = "--no-obs", description = "switch no OBS")
    private boolean withoutObs;

    @Option(names = "--no-dashboard", description = "serve no pages, API and sockets")
    private boolean withoutWeb;

    @Override
    public Integer call() throws InterruptedException {
        if (selfCheck) {
            return checkItself();
        }
        return printConfig ? starter().printConfig() : starter().run(switches());
    }

    RelayStart starter() {
        return new RelayStart(envFile, spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    private int checkItself() throws InterruptedException {
        try {
            SelfCheck.run();
        } catch (IOException mistake) {
            spec.commandLine().getErr().println("The self check failed: " + mistake.getMessage());
            return RelayStart.FAILED;
        }
        spec.commandLine().getOut().println("The relay works here.");
        return 0;
    }

    private RelaySwitches switches() {
        return new RelaySwitches(!withoutDoors, !withoutOutputs, !withoutObs, !withoutWeb);
    }
}
