package net.ratonet.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A stream that FFmpeg sends in real time: a picture and a tone, encoded once into a file of
/// constant rate and then only copied, so that sending costs next to nothing.
public final class Broadcast {

    private final Path file;

    private Broadcast(Path file) {
        this.file = file;
    }

    /// Encodes a minute, unless it lies in the folder already.
    public static Broadcast of(Path folder, double mbps) throws IOException {
        var file = folder.resolve("stream-%.1f.ts".formatted(mbps));
        if (!Files.exists(file)) {
            encode(folder, file, mbps);
        }
        return new Broadcast(file);
    }

    /// Sends until it is closed.
    public Child send(String url, Path folder) throws IOException {
        return send(List.of(), url, folder);
    }

    /// The same, with something in front of FFmpeg's command line.
    public Child send(List<String> prefix, String url, Path folder) throws IOException {
        var command =
                new ArrayList<>(List.of(BundledFfmpeg.program(), "-nostdin", "-loglevel", "error"));
        command.addAll(List.of("-re", "-stream_loop", "-1", "-i", file.toString(), "-map", "0"));
        command.addAll(List.of("-c", "copy", "-muxrate", muxrate(), "-f", "mpegts", url));
        return Child.start(
                new Program("FFmpeg", command, Map.of()).behind(prefix), folder, _ -> {});
    }

    private String muxrate() {
        var name = file.getFileName().toString();
        return name.substring("stream-".length(), name.length() - ".ts".length()) + "M";
    }

    private static void encode(Path folder, Path file, double mbps) throws IOException {
        var command =
                new ArrayList<>(List.of(BundledFfmpeg.program(), "-nostdin", "-loglevel", "error"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=30"));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000"));
        command.addAll(
                List.of(
                        "-t",
                        "60",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-tune",
                        "zerolatency"));
        command.addAll(List.of("-g", "60", "-keyint_min", "60", "-sc_threshold", "0"));
        command.addAll(rate(mbps * 0.92 - 0.16));
        command.addAll(List.of("-c:a", "aac", "-b:a", "128k"));
        command.addAll(
                List.of("-muxrate", "%.1fM".formatted(mbps), "-f", "mpegts", file.toString()));
        try (var child = Child.start(new Program("FFmpeg", command, Map.of()), folder, _ -> {})) {
            if (child.process().waitFor() != 0) {
                throw new IOException("the stream could not be made: " + child.lastLines());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static List<String> rate(double mbps) {
        var rate = "%.2fM".formatted(mbps);
        return List.of(
                "-b:v",
                rate,
                "-maxrate",
                rate,
                "-minrate",
                rate,
                "-bufsize",
                rate,
                "-x264-params",
                "nal-hrd=cbr:force-cfr=1");
    }
}
