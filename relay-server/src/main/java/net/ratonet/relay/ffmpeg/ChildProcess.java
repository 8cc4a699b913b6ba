package net.ratonet.relay.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A child over a process of the system. A thread of its own drains its error output.
final class ChildProcess implements FfmpegChild {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration FAREWELL = Duration.ofMillis(1_500);
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(5);

    private volatile String name;
    private final Process process;
    private final LastWords words = new LastWords();
    private final CompletableFuture<FfmpegChild> exit;
    private volatile Duration cpuTime = Duration.ZERO;

    ChildProcess(String name, Process process, Consumer<ChildProcess> whenGone) {
        this.name = name;
        this.process = process;
        var drain =
                Thread.ofPlatform()
                        .daemon()
                        .name("ffmpeg-stderr-" + name)
                        .unstarted(this::drainComplaints);
        drain.start();
        this.exit = process.onExit().thenApply(_ -> ended(drain, whenGone));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void rename(String newName) {
        name = newName;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public List<String> lastWords() {
        return words.lines();
    }

    @Override
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public CompletableFuture<FfmpegChild> onExit() {
        return exit.copy();
    }

    @Override
    public Duration cpuTime() {
        var now =
                whole().flatMap(part -> part.info().totalCpuDuration().stream())
                        .reduce(Duration.ZERO, Duration::plus);
        if (now.compareTo(cpuTime) > 0) {
            cpuTime = now;
        }
        return cpuTime;
    }

    @Override
    public long residentBytes() {
        return whole().mapToLong(ChildProcess::residentBytes).sum();
    }

    private static long residentBytes(ProcessHandle part) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(part.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    /// FFmpeg may have a shell around it that holds its life line.
    private Stream<ProcessHandle> whole() {
        return Stream.concat(Stream.of(process.toHandle()), process.children());
    }

    @Override
    public void close() {
        askToGo();
        if (!goneWithin(FAREWELL)) {
            kill();
            goneWithin(LONGEST_DEATH);
        }
    }

    /// By their handles, which leaves the streams to those who read them.
    void askToGo() {
        process.toHandle().destroy();
    }

    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    boolean goneWithin(Duration patience) {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            kill();
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /// What it said last is known before its end is told.
    private FfmpegChild ended(Thread drain, Consumer<ChildProcess> whenGone) {
        whenGone.accept(this);
        try {
            drain.join(Duration.ofSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    private void drainComplaints() {
        var stream = new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8);
        try (var lines = new BufferedReader(stream)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                words.add(line);
            }
        } catch (IOException trouble) {
            LOG.debug("{}: its error output ended: {}", name, trouble.getMessage());
        }
    }
}
