package net.ratonet.relay.main;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import net.ratonet.shared.testing.Await;

/// The relay as a process of its own, as an operator runs it, with its output in files.
final class RelayProgram implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Relay ready: (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> FREE_PORTS =
            Map.of(
                    "DASHBOARD_HOST", "127.0.0.1",
                    "DASHBOARD_PORT", "0",
                    "SRT_BASE_PORT", "0",
                    "SRTLA_REC_PORT", "0",
                    "SRTLA_SEND_PORT", "0",
                    "RTMP_PORT", "0");

    private final Process process;
    private final Path out;
    private final Path err;

    private RelayProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static RelayProgram start(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path")));
        command.add(RelayMain.class.getName());
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(folder, "relay", ".out");
        var err = Files.createTempFile(folder, "relay", ".err");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(FREE_PORTS);
        builder.environment().putAll(environment);
        return new RelayProgram(builder.start(), out, err);
    }

    /// Where the relay says that it listens.
    URI url() {
        return Await.value("the relay is ready", PATIENCE, () -> found(READY).map(URI::create));
    }

    Optional<String> found(Pattern pattern) {
        var match = pattern.matcher(output());
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    String output() {
        return text(out);
    }

    String complaints() {
        return text(err);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the relay still runs: " + output() + complaints());
        }
        return process.exitValue();
    }

    Process process() {
        return process;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(url().resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException mistake) {
            throw new AssertionError(mistake);
        }
    }
}
