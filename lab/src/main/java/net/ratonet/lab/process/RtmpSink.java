package net.ratonet.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Plays the platform: an FFmpeg that listens for one RTMP publisher, and listens again when that
/// one has gone. Each visit it can write down in a file of its own. Its own virtual thread starts
/// FFmpeg anew.
public final class RtmpSink implements AutoCloseable {

    private static final Pattern FRAME = Pattern.compile("^frame=\\s*(\\d+)");
    private static final Pattern RATE = Pattern.compile("^fps=\\s*([\\d.]+)");

    private final Path folder;
    private final int port;
    private final boolean records;
    private final AtomicInteger visits = new AtomicInteger();
    private volatile long frames;
    private volatile String framesPerSecond = "0";
    private @Nullable volatile Child child;
    private volatile boolean closed;

    private RtmpSink(Path folder, int port, boolean records) {
        this.folder = folder;
        this.port = port;
        this.records = records;
    }

    /// Counts what comes.
    public static RtmpSink start(Path folder, int port) throws IOException {
        return listening(new RtmpSink(folder, port, false));
    }

    /// Writes it down as well.
    public static RtmpSink recording(Path folder, int port) throws IOException {
        return listening(new RtmpSink(folder, port, true));
    }

    private static RtmpSink listening(RtmpSink sink) throws IOException {
        var first = sink.listen();
        Thread.ofVirtual().name("RTMP sink").start(() -> sink.listenAgainAfter(first));
        return sink;
    }

    private Program program(int visit) {
        var command = new ArrayList<String>();
        command.addAll(List.of(BundledFfmpeg.program(), "-nostdin", "-loglevel", "error"));
        command.addAll(List.of("-progress", "pipe:1", "-listen", "1", "-i", url(port)));
        command.addAll(List.of("-c", "copy", "-f"));
        command.addAll(
                records ? List.of("flv", recording(visit).toString()) : List.of("null", "-"));
        return new Program("RTMP sink", command, Map.of());
    }

    private Path recording(int visit) {
        return folder.resolve("visit-%d.flv".formatted(visit));
    }

    /// What each visit brought, in order; the newest file may still grow.
    public List<Path> recordings() {
        return IntStream.rangeClosed(1, visits.get())
                .mapToObj(this::recording)
                .filter(Files::exists)
                .toList();
    }

    /// Pictures of the present visit.
    public long frames() {
        return frames;
    }

    public String url() {
        return url(port);
    }

    /// What has arrived, in words.
    public String received() {
        return frames == 0 ? "nothing yet" : "%s fps, %d frames".formatted(framesPerSecond, frames);
    }

    @Override
    public void close() {
        closed = true;
        var listening = child;
        if (listening != null) {
            listening.close();
        }
    }

    private static String url(int port) {
        return "rtmp://127.0.0.1:%d/live/demo".formatted(port);
    }

    private Child listen() throws IOException {
        var listening = Child.start(program(visits.incrementAndGet()), folder, this::note);
        child = listening;
        return listening;
    }

    private void listenAgainAfter(Child first) {
        try {
            for (var listening = first; !closed; listening = listen()) {
                listening.process().waitFor();
                frames = 0;
            }
        } catch (IOException mistake) {
            System.err.println("The RTMP sink cannot start again: " + mistake.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void note(String line) {
        var frame = FRAME.matcher(line);
        if (frame.find()) {
            frames = Long.parseLong(frame.group(1));
        }
        var rate = RATE.matcher(line);
        if (rate.find()) {
            framesPerSecond = rate.group(1);
        }
    }
}
