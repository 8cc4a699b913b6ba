package net.ratonet.lab.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plays the platform: an FFmpeg that listens for one RTMP publisher, and listens again when that
/// one has gone. Its own virtual thread starts FFmpeg anew.
public final class RtmpSink implements AutoCloseable {

    private static final Pattern FRAME = Pattern.compile("^frame=\\s*(\\d+)");
    private static final Pattern RATE = Pattern.compile("^fps=\\s*([\\d.]+)");

    private final Path folder;
    private final int port;
    private final Program program;
    private volatile long frames;
    private volatile String framesPerSecond = "0";
    private @Nullable volatile Child child;
    private volatile boolean closed;

    private RtmpSink(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.program = new Program("RTMP sink", command(port), Map.of());
    }

    public static RtmpSink start(Path folder, int port) throws IOException {
        var sink = new RtmpSink(folder, port);
        var first = sink.listen();
        Thread.ofVirtual().name("RTMP sink").start(() -> sink.listenAgainAfter(first));
        return sink;
    }

    private static List<String> command(int port) {
        var command = new ArrayList<String>();
        command.addAll(List.of(BundledFfmpeg.program(), "-nostdin", "-loglevel", "error"));
        command.addAll(List.of("-progress", "pipe:1", "-listen", "1", "-i", url(port)));
        command.addAll(List.of("-c", "copy", "-f", "null", "-"));
        return command;
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
        var listening = Child.start(program, folder, this::note);
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
