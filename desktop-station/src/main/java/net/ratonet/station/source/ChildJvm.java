package net.ratonet.station.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starts Java processes of the same installation, for work in native code: a crash there costs
/// that process only. Safe for any thread.
final class ChildJvm {

    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    // Standard output is for reports; what a crashing JVM prints goes elsewhere.
                    "-XX:+DisplayVMOutputToStderr",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile="
                            + Path.of(
                                    System.getProperty("java.io.tmpdir"), "ratonet-encoder-%p.log"),
                    // The limit of JavaCPP follows from -Xmx, but frames and codec live outside it.
                    "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                    "-Dorg.bytedeco.javacpp.noPointerGC=true");

    private final String mainClass;

    ChildJvm(String mainClass) {
        this.mainClass = mainClass;
    }

    /// A process that stays until it is told to end.
    Process start() throws IOException {
        return command().start();
    }

    /// The first line of a process that answers and ends; empty when it crashed or took too long.
    /// Waits on the thread that asks.
    Optional<String> ask(Duration longest, String... arguments) throws InterruptedException {
        try {
            var process = command(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                // A single line is less than a pipe holds, so the process need not be drained.
                return process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS)
                        ? firstLine(process)
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(Process process) throws IOException {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return Optional.ofNullable(lines.readLine());
        }
    }

    private ProcessBuilder command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
