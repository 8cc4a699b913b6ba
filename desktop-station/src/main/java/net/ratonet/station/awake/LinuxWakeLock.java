package net.ratonet.station.awake;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks logind through `systemd-inhibit`, which holds the lock for as long as the program runs that
/// it starts. That one reads from a pipe of ours and ends when the pipe does, so the lock goes with
/// this process even when it is killed.
final class LinuxWakeLock implements WakeLock {

    private static final String PROGRAM = "systemd-inhibit";

    /// A refusal comes at once.
    private static final long LONGEST_REFUSAL_MS = 500;

    private static final int LONGEST_EXCUSE = 300;

    private final Optional<Path> program;
    private @Nullable Process process;

    private LinuxWakeLock(Optional<Path> program) {
        this.program = program;
    }

    /// The lock of the first program of that name in such a list of folders.
    static LinuxWakeLock onPath(String path) {
        return new LinuxWakeLock(
                Arrays.stream(path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, PROGRAM))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    @Override
    public Optional<String> hold() throws InterruptedException {
        if (program.isEmpty()) {
            return Optional.of("there is no " + PROGRAM);
        }
        try {
            return hold(program.get());
        } catch (IOException trouble) {
            return Optional.of(PROGRAM + " cannot be started: " + trouble.getMessage());
        }
    }

    private Optional<String> hold(Path inhibit) throws IOException, InterruptedException {
        var holder =
                new ProcessBuilder(
                                inhibit.toString(),
                                "--what=idle:sleep",
                                "--who=RatoNet",
                                "--why=A live stream is going out",
                                "--mode=block",
                                "cat")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process = holder;
        if (!holder.waitFor(LONGEST_REFUSAL_MS, TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        process = null;
        try (var excuse = holder.getErrorStream()) {
            return Optional.of(
                    new String(excuse.readNBytes(LONGEST_EXCUSE), StandardCharsets.UTF_8).strip());
        }
    }

    @Override
    public void release() {
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It has gone already.
            process.destroy();
        }
        process = null;
    }
}
