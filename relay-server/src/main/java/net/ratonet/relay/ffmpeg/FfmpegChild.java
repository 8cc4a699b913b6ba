package net.ratonet.relay.ffmpeg;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// One FFmpeg that runs, or has run. Its error output is always drained. It ends with the relay,
/// even one that is killed. Any thread may call.
public interface FfmpegChild extends AutoCloseable {

    String name();

    /// Calls it otherwise: one may be started before it is known for whom.
    void rename(String newName);

    long pid();

    /// What it writes to `pipe:1`; one thread must read it, or it stops.
    InputStream output();

    /// What it reads from `pipe:0`.
    OutputStream input();

    boolean isRunning();

    /// The last lines of its error output, without secrets.
    List<String> lastWords();

    OptionalInt exitCode();

    CompletableFuture<FfmpegChild> onExit();

    /// User and system time together.
    Duration cpuTime();

    long residentBytes();

    /// Ends it, by force if it does not go.
    @Override
    void close();
}
