package net.ratonet.station.main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import net.ratonet.shared.settings.DotEnv;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.station.config.BitrateText;
import net.ratonet.station.config.LoadedSettings;
import net.ratonet.station.config.StationSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            "All words but bond and setup speak to the station that runs here with the",
            "same FIELD_DATA_DIR. They end with 0 when done, 1 when the station refuses,",
            "2 for a wrong word, 3 when none answers."
        })
final class StationCommandLine implements Callable<Integer> {

    private final StationProgram program;
    private final Map<String, String> environment;
    private final Path folder;
    private final BufferedReader input;
    private final Map<String, String> options = new HashMap<>();

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--headless", description = "Without a window.")
    private boolean headless;

    @Option(names = "--print-config", description = "Show all settings and end.")
    private boolean printConfig;

    /// @param folder where the file .env is looked for
    StationCommandLine(
            StationProgram program,
            Map<String, String> environment,
            Path folder,
            BufferedReader input) {
        this.program = program;
        this.input = input;
        this.environment = environment;
        this.folder = folder;
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
        var loaded = StationSettings.load(options, environment, readDotEnv());
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

    @Command(name = "setup", description = "The wizard that writes the settings.")
    Integer setup() {
        err().println(
                        "station setup is not in this version yet. Write the settings by hand into"
                                + " a file named .env; station --print-config shows their names.");
        return CommandLine.ExitCode.USAGE;
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "How the station that runs here is doing.")
    Integer status(@Option(names = "--json", description = "As one JSON object.") boolean json)
            throws InterruptedException {
        return remote().status(json);
    }

    @Command(
            name = "live",
            mixinStandardHelpOptions = true,
            description = "Goes live to FIELD_LIVE_TO, or to an address read from standard input.")
    Integer live(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "-",
                            description =
                                    "Read the address from standard input; it may hold a key, which"
                                            + " a command line would show to others.")
                    @Nullable String from)
            throws IOException, InterruptedException {
        if (from == null) {
            return remote().order(new StationCommand.GoLive());
        }
        if (!from.equals("-")) {
            err().println(
                            "An address can hold a key, and other users can read a command line."
                                    + " Write - and give the address on standard input.");
            return CommandLine.ExitCode.USAGE;
        }
        var line = input.readLine();
        return remote().goLive(line == null ? "" : line.strip());
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Ends the live. The station goes on reporting.")
    Integer stop() throws InterruptedException {
        return remote().order(new StationCommand.StopLive());
    }

    @Command(
            name = "bitrate",
            mixinStandardHelpOptions = true,
            description = "Holds the bitrate, or lets it follow the links again.")
    Integer bitrate(
            @Parameters(paramLabel = "RATE", description = "Like 2500k or 4M, or auto.")
                    String rate)
            throws InterruptedException {
        if (rate.equals("auto")) {
            return remote().order(new StationCommand.FreeBitrate());
        }
        var bitrate = BitrateText.parse(rate.matches("\\d{1,6}") ? rate + "k" : rate);
        if (bitrate.isEmpty()) {
            err().println("A bitrate is a number of kbit/s, or like 2500k or 4M, or auto.");
            return CommandLine.ExitCode.USAGE;
        }
        return remote().order(new StationCommand.SetBitrate(bitrate.get()));
    }

    @Command(
            name = "kick",
            mixinStandardHelpOptions = true,
            description = "Lets a bitrate that is stuck below rise again at once.")
    Integer kick() throws InterruptedException {
        return remote().order(new StationCommand.Kick());
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Switches a link, or says when it is used.")
    Integer link(
            @Parameters(paramLabel = "NAME", description = "As status names it.") String name,
            @Parameters(paramLabel = "on|off|prefer|normal|backup") LinkWish wish)
            throws InterruptedException {
        return remote().order(wish.of(name));
    }

    @Command(
            name = "mute",
            mixinStandardHelpOptions = true,
            description = "Takes the sound away, or gives it back.")
    Integer mute(@Parameters(paramLabel = "on|off") Switch wish) throws InterruptedException {
        return remote().order(new StationCommand.Mute(wish == Switch.ON));
    }

    @Command(
            name = "slate",
            mixinStandardHelpOptions = true,
            description = "Shows viewers a \"be right back\" picture, or the source again.")
    Integer slate(@Parameters(paramLabel = "on|off") Switch wish) throws InterruptedException {
        return remote().order(new StationCommand.ShowSlate(wish == Switch.ON));
    }

    @Command(
            name = "source",
            mixinStandardHelpOptions = true,
            description = "Shows another source.")
    Integer source(
            @Parameters(paramLabel = "SOURCE", description = "As in FIELD_VIDEO_DEVICE.")
                    String source)
            throws InterruptedException {
        return remote().order(new StationCommand.SelectSource(source));
    }

    @Command(
            name = "restart",
            mixinStandardHelpOptions = true,
            description = "Starts the encoder anew; the live goes on.")
    Integer restart() throws InterruptedException {
        return remote().order(new StationCommand.RestartEncoder());
    }

    @Command(
            name = "events",
            mixinStandardHelpOptions = true,
            description = "Prints the state, then each change, until ended.")
    Integer events() throws InterruptedException {
        return remote().events();
    }

    private StationRemote remote() {
        var data = StationSettings.folder(environment, readDotEnv());
        return new StationRemote(folder.resolve(data), out(), err());
    }

    private void warn() {
        if (options.containsKey("FIELD_API_KEY")) {
            err().println(
                            "Warning: other users of this machine can read --key. Set FIELD_API_KEY"
                                    + " in the environment or in .env instead.");
        }
        if (!headless) {
            err().println("The station has no window yet, so it runs headless.");
        }
    }

    private int print(LoadedSettings loaded) {
        loaded.settings().forEach(setting -> out().println(setting));
        return loaded.config().isPresent() ? CommandLine.ExitCode.OK : complain(loaded);
    }

    private int complain(LoadedSettings loaded) {
        err().println("The station cannot start:");
        loaded.mistakes().forEach(mistake -> err().println("  " + mistake));
        return CommandLine.ExitCode.USAGE;
    }

    private DotEnv readDotEnv() {
        var file = folder.resolve(".env");
        try {
            return Files.exists(file) ? DotEnv.parse(Files.readString(file)) : DotEnv.EMPTY;
        } catch (IOException trouble) {
            err().println("Warning: .env cannot be read: " + trouble.getMessage());
            return DotEnv.EMPTY;
        }
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the command's spec");
        }
        return spec;
    }
}
