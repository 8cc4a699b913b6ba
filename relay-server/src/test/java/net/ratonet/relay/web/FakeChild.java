package net.ratonet.relay.web;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import net.ratonet.relay.ffmpeg.FfmpegChild;

/// A child that always runs and says the same.
record FakeChild(String name) implements FfmpegChild {

    @Override
    public void rename(String newName) {
        throw new UnsupportedOperationException("a record keeps its name");
    }

    @Override
    public long pid() {
        return 42;
    }

    @Override
    public InputStream output() {
        return InputStream.nullInputStream();
    }

    @Override
    public OutputStream input() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public List<String> lastWords() {
        return List.of("frame lost");
    }

    @Override
    public OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    @Override
    public CompletableFuture<FfmpegChild> onExit() {
        return new CompletableFuture<>();
    }

    @Override
    public Duration cpuTime() {
        return Duration.ofMillis(1_500);
    }

    @Override
    public long residentBytes() {
        return 1_000;
    }

    @Override
    public void close() {}
}
