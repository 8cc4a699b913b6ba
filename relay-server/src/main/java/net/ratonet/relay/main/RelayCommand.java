package net.ratonet.relay.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import net.ratonet.relay.config.LoadedSettings;
import net.ratonet.relay.config.RelaySettings;
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

    static final int MISTAKEN = 2;
    static final int FAILED = 1;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            defaultValue = ".env",
            description = "settings to read besides the environment (${DEFAULT-VALUE})")
    private Path envFile = Path.of(".env");

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
        var loaded = settings();
        if (printConfig) {
            spec.commandLine().getOut().print(SettingsTable.of(loaded.settings()));
            spec.commandLine().getOut().flush();
        }
        if (!loaded.mistakes().isEmpty()) {
            complain(loaded);
            return MISTAKEN;
        }
        return printConfig ? 0 : run(loaded);
    }

    LoadedSettings settings() {
        return RelaySettings.load(System.getenv(), EnvFile.read(envFile));
    }

    void complain(LoadedSettings loaded) {
        var err = spec.commandLine().getErr();
        err.println("The relay does not start, because of its settings:");
        loaded.mistakes().forEach(mistake -> err.println("  " + mistake));
        err.println("Mend them in the environment or in %s; see .env.example.".formatted(envFile));
    }

    private int checkItself() throws InterruptedException {
        try {
            SelfCheck.run();
        } catch (IOException mistake) {
            spec.commandLine().getErr().println("The self check failed: " + mistake.getMessage());
            return FAILED;
        }
        spec.commandLine().getOut().println("The relay works here.");
        return 0;
    }

    private int run(LoadedSettings loaded) throws InterruptedException {
        try {
            var started = RelayWiring.start(loaded.config(), switches());
            Runtime.getRuntime().addShutdownHook(new Thread(started.wiring()::close, "relay-end"));
            announce(started);
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException mistake) {
            spec.commandLine().getErr().println("The relay cannot start: " + mistake.getMessage());
            return FAILED;
        }
    }

    private RelaySwitches switches() {
        return new RelaySwitches(!withoutDoors, !withoutOutputs, !withoutObs, !withoutWeb);
    }

    private void announce(RelayWiring.Started started) {
        var out = spec.commandLine().getOut();
        started.newAdminToken()
                .ifPresent(token ->
                        out.println(
                                "Your admin token, shown this once (set ADMIN_TOKEN to choose"
                                        + " another): "
                                        + token));
        out.println(
                withoutWeb
                        ? "Relay ready, without pages and API"
                        : "Relay ready: http://localhost:%d/".formatted(started.port()));
        out.flush();
    }
}
