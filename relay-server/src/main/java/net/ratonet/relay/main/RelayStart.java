package net.ratonet.relay.main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import net.ratonet.relay.config.LoadedSettings;
import net.ratonet.relay.config.RelaySettings;
import net.ratonet.relay.web.WebServer;

/// Starts the relay with the settings of the environment and of one file, says so to the person at
/// the terminal, and stays until the process ends.
///
/// @param out where the terminal reads what went well
/// @param err where it reads what to mend
record RelayStart(Path envFile, PrintWriter out, PrintWriter err) {

    static final int MISTAKEN = 2;
    static final int FAILED = 1;

    /// The exit code, when it ends by itself.
    int run(RelaySwitches switches) throws InterruptedException {
        var loaded = settings();
        if (!loaded.mistakes().isEmpty()) {
            complain(loaded);
            return MISTAKEN;
        }
        try {
            if (switches.web()) {
                WebServer.warmUp();
            }
            var started = RelayWiring.start(loaded.config(), switches);
            Runtime.getRuntime().addShutdownHook(new Thread(started.wiring()::close, "relay-end"));
            announce(started, switches);
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException mistake) {
            err.println("The relay cannot start: " + mistake.getMessage());
            err.flush();
            return FAILED;
        }
    }

    int printConfig() {
        var loaded = settings();
        out.print(SettingsTable.of(loaded.settings()));
        out.flush();
        if (loaded.mistakes().isEmpty()) {
            return 0;
        }
        complain(loaded);
        return MISTAKEN;
    }

    LoadedSettings settings() {
        return RelaySettings.load(System.getenv(), EnvFile.read(envFile));
    }

    void complain(LoadedSettings loaded) {
        err.println("The relay does not start, because of its settings:");
        loaded.mistakes().forEach(mistake -> err.println("  " + mistake));
        err.println("Mend them in the environment or in %s; see .env.example.".formatted(envFile));
        err.flush();
    }

    private void announce(RelayWiring.Started started, RelaySwitches switches) {
        started.newAdminToken()
                .ifPresent(token ->
                        out.println(
                                "Your admin token, shown this once (set ADMIN_TOKEN to choose"
                                        + " another): "
                                        + token));
        out.println(
                switches.web()
                        ? "Relay ready: http://localhost:%d/".formatted(started.port())
                        : "Relay ready, without pages and API");
        out.flush();
    }
}
