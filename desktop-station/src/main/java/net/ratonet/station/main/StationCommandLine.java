package net.ratonet.station.main;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.ratonet.station.config.LoadedSettings;
import net.ratonet.station.config.StationSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The words and options of `station`. Options stand for settings and outrank them.
@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description = "The field program: measures, encodes, and reports to the relay.",
        footer = {
            "",
            "Every option has a setting, in the environment or in a file named .env:",
            "--print-config shows them all. Keys belong there: other users of this",
            "machine can read a command line.",
            "",
            "All words but bond, setup and sources speak to the station that runs here",
            "with the same FIELD_DATA_DIR; check looks itself when there is none. They end",
            "with 0 when done, 1 when the station refuses, 2 for a wrong word, 3 when none",
            "answers."
        })
final class StationCommandLine implements Callable<Integer> {

    private final StationProgram program;
    private final Surroundings around;
    private final Map<String, String> options = new HashMap<>();

    @Mixin private final Terminal terminal = new Terminal();

    @Option(names = "--headless", description = "Without a window.")
    private boolean headless;

    @Option(names = "--print-config", description = "Show all settings and end.")
    private boolean printConfig;

    StationCommandLine(StationProgram program, Surroundings around) {
        this.program = program;
        this.around = around;
    }

    @Option(names = "--id", paramLabel = "ID", description = "Who streams (FIELD_STREAMER_ID).")
    void id(String value) {
        options.put("FIELD_STREAMER_ID", value);
    }

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "For old scripts only: use FIELD_API_KEY instead.")
    void key(String value) {
        options.put("FIELD_API_KEY", value);
    }

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The relay (FIELD_SERVER_WS_URL).")
    void server(String value) {
        options.put("FIELD_SERVER_WS_URL", value);
    }

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "How often to report (FIELD_TELEMETRY_INTERVAL_S).")
    void interval(String value) {
        options.put("FIELD_TELEMETRY_INTERVAL_S", value);
    }

    @Option(
            names = "--video",
            paramLabel = "DEVICE",
            description = "Camera, or testsrc for the test picture (FIELD_VIDEO_DEVICE).")
    void video(String value) {
        options.put("FIELD_VIDEO_DEVICE", value);
    }

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Size and bitrate, like 720p30 (FIELD_VIDEO_PRESET).")
    void preset(String value) {
        options.put("FIELD_VIDEO_PRESET", value);
    }

    @Option(
            names = "--live-to",
            paramLabel = "URL",
            description = "Go live to this address at once (FIELD_LIVE_TO).")
    void liveTo(String value) {
        options.put("FIELD_LIVE_TO", value);
    }

    @Option(
            names = "--simulate",
            description = "Invent a GPS ride and three modems (FIELD_SIMULATE).")
    void simulate(boolean value) {
        options.put("FIELD_SIMULATE", Boolean.toString(value));
    }

    @Override
    public Integer call() throws InterruptedException {
        var secret =
                refuse("--video", "FIELD_VIDEO_DEVICE", "FIELD_VIDEO_URL")
                        .or(() -> refuse("--live-to", "FIELD_LIVE_TO", "FIELD_LIVE_TO"));
        if (secret.isPresent()) {
            terminal.err().println(secret.get());
            return CommandLine.ExitCode.USAGE;
        }
        var loaded =
                StationSettings.load(options, around.environment(), around.dotEnv(terminal.err()));
        if (printConfig) {
            return print(loaded);
        }
        if (loaded.config().isEmpty()) {
            return complain(loaded);
        }
        warn();
        program.run(loaded.config().get());
        return CommandLine.ExitCode.OK;
    }

    private Optional<String> refuse(String option, String setting, String instead) {
        return Optional.ofNullable(options.get(setting))
                .filter(SecretArgument::isIn)
                .map(_ -> SecretArgument.refusal(option, instead));
    }

    private void warn() {
        if (options.containsKey("FIELD_API_KEY")) {
            terminal.err()
                    .println(
                            "Warning: other users of this machine can read --key. Set FIELD_API_KEY"
                                    + " in the environment or in .env instead.");
        }
        if (!headless) {
            terminal.err().println("The station has no window yet, so it runs headless.");
        }
    }

    private int print(LoadedSettings loaded) {
        loaded.settings().forEach(setting -> terminal.out().println(setting));
        return loaded.config().isPresent() ? CommandLine.ExitCode.OK : complain(loaded);
    }

    private int complain(LoadedSettings loaded) {
        terminal.err().println("The station cannot start:");
        loaded.mistakes().forEach(mistake -> terminal.err().println("  " + mistake));
        return CommandLine.ExitCode.USAGE;
    }
}
