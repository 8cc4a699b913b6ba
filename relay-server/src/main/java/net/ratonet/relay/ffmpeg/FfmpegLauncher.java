package net.ratonet.relay.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts FFmpeg from one thread, "ffmpeg-spawner", which lives as long as the relay: Linux ends a
/// child when the thread that started it ends. The program is looked for when it is first needed.
public final class FfmpegLauncher implements Ffmpeg {

    private static final Logger LOG = LoggerFactory.getLogger(FfmpegLauncher.class);
    private static final Duration FAREWELL = Duration.ofMillis(1_500);

    /// Nobody is at its keyboard, and progress lines would push what matters out of its last words.
    private static final List<String> ALWAYS = List.of("-hide_banner", "-nostdin", "-nostats");

    /// It needs none of the relay's settings, of which some are secrets.
    private static final Set<String> ENVIRONMENT =
            Set.of(
                    "PATH",
                    "HOME",
                    "TZ",
                    "TMPDIR",
                    "LD_LIBRARY_PATH",
                    "SystemRoot",
                    "SYSTEMROOT",
                    "TEMP",
                    "TMP",
                    "Path");

    private static final List<String> GENTLY = List.of("nice", "-n", "15");

    private final FfmpegProgram program;
    private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService spawner =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("ffmpeg-spawner").factory());

    /// Owned by the spawner.
    private @Nullable Path found;

    /// Owned by the spawner.
    private @Nullable LifeLine lifeLine;

    private FfmpegLauncher(FfmpegProgram program) {
        this.program = program;
    }

    /// Runs the program that comes with the relay.
    public static FfmpegLauncher bundled() {
        return new FfmpegLauncher(FfmpegProgram.bundled());
    }

    /// Runs the program that somebody chose.
    public static FfmpegLauncher at(Path program) {
        return new FfmpegLauncher(FfmpegProgram.at(program));
    }

    /// For tests of one life line.
    static FfmpegLauncher bundled(LifeLine lifeLine) {
        var launcher = bundled();
        launcher.lifeLine = lifeLine;
        return launcher;
    }

    @Override
    public FfmpegChild start(String name, List<String> arguments) throws IOException {
        return start(name, arguments, List.of());
    }

    @Override
    public FfmpegChild startGently(String name, List<String> arguments) throws IOException {
        return start(name, arguments, isWindows() ? List.of() : GENTLY);
    }

    private FfmpegChild start(String name, List<String> arguments, List<String> before)
            throws IOException {
        try {
            return CompletableFuture.supplyAsync(() -> spawn(name, arguments, before), spawner)
                    .get()
                    .orThrow();
        } catch (RejectedExecutionException _) {
            throw new IOException("the relay is stopping");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    @Override
    public List<FfmpegChild> children() {
        return running.stream()
                .map(FfmpegChild.class::cast)
                .sorted(Comparator.comparingLong(FfmpegChild::pid))
                .toList();
    }

    @Override
    public void close() {
        spawner.shutdown();
        running.forEach(ChildProcess::askToGo);
        var deadline = System.nanoTime() + FAREWELL.toNanos();
        for (var child : running) {
            var left = Math.max(1_000_000, deadline - System.nanoTime());
            if (!child.goneWithin(Duration.ofNanos(left))) {
                child.close();
            }
        }
        cutLifeLine();
    }

    private Spawned spawn(String name, List<String> arguments, List<String> before) {
        try {
            var command = new ArrayList<>(before);
            command.add(program().toString());
            command.addAll(ALWAYS);
            command.addAll(arguments);
            var child = new ChildProcess(name, process(lifeLine().tie(command)), running::remove);
            running.add(child);
            if (!child.isRunning()) {
                running.remove(child);
            }
            LOG.debug("{} started as {}", name, child.pid());
            return new Spawned.Child(child);
        } catch (IOException trouble) {
            return new Spawned.Trouble(trouble);
        }
    }

    private static Process process(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.start();
    }

    private Path program() throws IOException {
        var known = found;
        if (known == null) {
            known = program.find();
            found = known;
            LOG.debug("FFmpeg is {}", known);
        }
        return known;
    }

    private LifeLine lifeLine() {
        var known = lifeLine;
        if (known == null) {
            known = LifeLine.find();
            lifeLine = known;
        }
        return known;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private void cutLifeLine() {
        try {
            spawner.close();
            if (lifeLine != null) {
                lifeLine.close();
            }
        } catch (IOException trouble) {
            LOG.debug("cutting the life line", trouble);
        }
    }

    private sealed interface Spawned {

        FfmpegChild orThrow() throws IOException;

        record Child(FfmpegChild child) implements Spawned {
            @Override
            public FfmpegChild orThrow() {
                return child;
            }
        }

        record Trouble(IOException trouble) implements Spawned {
            @Override
            public FfmpegChild orThrow() throws IOException {
                throw new IOException(trouble.getMessage(), trouble);
            }
        }
    }
}
