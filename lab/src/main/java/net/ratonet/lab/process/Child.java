package net.ratonet.lab.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A running child process whose output one virtual thread drains line by line. Closing it asks it
/// to end, and makes it end when it does not listen.
public final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int LINES_KEPT = 40;

    private final Program program;
    private final Process process;
    private final Consumer<String> listener;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final List<Expectation> expectations = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    private Child(Program program, Process process, Consumer<String> listener) {
        this.program = program;
        this.process = process;
        this.listener = listener;
    }

    public static Child start(Program program, Path folder, Consumer<String> listener)
            throws IOException {
        var builder =
                new ProcessBuilder(program.command())
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(program.environment());
        var child = new Child(program, builder.start(), listener);
        Thread.ofVirtual().name(program.name() + " output").start(child::drain);
        return child;
    }

    /// The first group of the first line that matches, past lines included.
    public String expect(Pattern pattern, Duration patience) throws IOException {
        var expectation = new Expectation(pattern, new CompletableFuture<>());
        expectations.add(expectation);
        lastLines().forEach(expectation::offer);
        if (silent) {
            expectation.giveUp();
        }
        try {
            return expectation.found().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new IOException("%s did not say /%s/ in time".formatted(program, pattern));
        } catch (ExecutionException _) {
            throw new IOException(
                    "%s ended:%n%s".formatted(program, String.join("\n", lastLines())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program);
        } finally {
            expectations.remove(expectation);
        }
    }

    public Process process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// The last lines of its output.
    public List<String> lastLines() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }

    private void drain() {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                listener.accept(line);
            }
        } catch (IOException _) {
            // The pipe breaks when the process is killed, which is an end like any other.
        }
        silent = true;
        expectations.forEach(Expectation::giveUp);
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
        expectations.forEach(expectation -> expectation.offer(line));
    }

    private record Expectation(Pattern pattern, CompletableFuture<String> found) {
        void offer(String line) {
            var match = pattern.matcher(line);
            if (match.find()) {
                found.complete(match.group(1));
            }
        }

        void giveUp() {
            found.completeExceptionally(new IOException("no more output"));
        }
    }
}
