package net.ratonet.station.source.libav;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/// The FFmpeg programs that come with the libraries, to judge what the encoder made.
public final class Ffmpeg {

    private Ffmpeg() {}

    /// A receiver or converter that the caller ends.
    public static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(program("ffmpeg"), "-v", "error", "-nostdin", "-y"));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// What it has to complain of when it does this; empty when all is well.
    static String complaints(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(program("ffmpeg"), "-v", "error", "-xerror", "-nostdin", "-y"));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IOException("ffmpeg came to no end: " + said);
        }
        return process.exitValue() == 0 || !said.isBlank() ? said.strip() : "it failed silently";
    }

    static String probe(Path file, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program("ffprobe"), "-v", "error"));
        command.addAll(Arrays.asList(arguments));
        command.add(file.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("ffprobe failed: " + output);
        }
        return output;
    }

    /// What stands in each video packet of a file.
    static List<VideoPacket> videoPackets(Path file) throws IOException, InterruptedException {
        return probe(
                        file,
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "packet=pts_time,size,flags",
                        "-of",
                        "csv=p=0")
                .lines()
                .filter(line -> !line.isBlank())
                .map(VideoPacket::parse)
                .toList();
    }

    record VideoPacket(double seconds, int bytes, boolean keyFrame) {

        static VideoPacket parse(String line) {
            var parts = line.split(",", -1);
            return new VideoPacket(
                    Double.parseDouble(parts[0]),
                    Integer.parseInt(parts[1]),
                    parts[2].startsWith("K"));
        }
    }

    private static String program(String name) {
        return name.equals("ffmpeg")
                ? Loader.load(org.bytedeco.ffmpeg.ffmpeg.class)
                : Loader.load(org.bytedeco.ffmpeg.ffprobe.class);
    }
}
