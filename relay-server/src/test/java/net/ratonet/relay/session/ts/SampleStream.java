package net.ratonet.relay.session.ts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/// Small real streams, made by the bundled FFmpeg, and its word on what is in a file.
public final class SampleStream {

    private static final String PICTURE = "testsrc2=size=320x180:rate=30";
    private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

    private SampleStream() {}

    /// Four seconds of H.264 and AAC, a key frame each second.
    public static byte[] h264() {
        return encoded(PICTURE, true, "-c:v", "libx264", "-preset", "ultrafast", "-g", "30");
    }

    /// Four seconds of H.264 with B-frames and AAC, a key frame each two seconds.
    public static byte[] bFrames() {
        return encoded(
                PICTURE,
                true,
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-bf",
                "2",
                "-g",
                "60",
                "-sc_threshold",
                "0");
    }

    public static byte[] hevc() {
        return encoded(
                PICTURE,
                true,
                "-c:v",
                "libx265",
                "-preset",
                "ultrafast",
                "-x265-params",
                "log-level=none:pools=1:frame-threads=1:keyint=30:bframes=0");
    }

    public static byte[] withoutAudio() {
        return encoded(PICTURE, false, "-c:v", "libx264", "-preset", "ultrafast", "-g", "30");
    }

    public static byte[] otherSize() {
        return encoded(
                "testsrc2=size=480x270:rate=25",
                true,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "25");
    }

    public static byte[] audioOnly() {
        return made("-f", "lavfi", "-i", "sine=440:r=48000:d=4", "-c:a", "aac", "-ac", "2");
    }

    public static byte[] opus() {
        return made("-f", "lavfi", "-i", "sine=440:r=48000:d=2", "-c:a", "libopus", "-ac", "2");
    }

    public static byte[] joined(byte[]... streams) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(streams).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] encoded(String picture, boolean audio, String... video) {
        var arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
        if (audio) {
            arguments.addAll(List.of("-f", "lavfi", "-i", "sine=440:r=48000", "-c:a", "aac"));
            arguments.addAll(List.of("-ac", "2", "-b:a", "64k"));
        }
        arguments.addAll(List.of("-t", "4", "-pix_fmt", "yuv420p", "-threads", "1"));
        arguments.addAll(Arrays.asList(video));
        return made(arguments.toArray(String[]::new));
    }

    /// What FFmpeg makes of these arguments, as MPEG-TS.
    public static byte[] made(String... arguments) {
        return MADE.computeIfAbsent(List.of(arguments), SampleStream::run).clone();
    }

    /// One packet of a file as FFmpeg's own demuxer sees it.
    public record Packet(long pts, long dts, int size, boolean keyFrame) {

        private static Packet parse(String line) {
            var parts = line.split(",", -1);
            return new Packet(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3].startsWith("K"));
        }
    }

    /// What FFmpeg's demuxer finds of one kind, which is `v` or `a`.
    public static List<Packet> packets(Path file, String stream) {
        var command = new ArrayList<>(List.of(ffprobe(), "-v", "error", "-of", "csv=p=0"));
        command.addAll(List.of("-select_streams", stream));
        command.addAll(List.of("-show_entries", "packet=pts,dts,size,flags"));
        command.add(file.toString());
        var text = new String(output(command), StandardCharsets.UTF_8);
        return text.lines().filter(line -> !line.isBlank()).map(Packet::parse).toList();
    }

    /// What FFmpeg complains of when it decodes a whole file; empty when it is sound.
    public static String complaints(Path file) {
        var command = List.of(ffmpeg(), "-v", "error", "-nostdin", "-i", file.toString());
        var all = new ArrayList<>(command);
        all.addAll(List.of("-enc_time_base", "demux", "-f", "null", "-"));
        return new String(output(all), StandardCharsets.UTF_8);
    }

    private static byte[] run(List<String> arguments) {
        var command = new ArrayList<>(List.of(ffmpeg(), "-v", "error", "-nostdin"));
        command.addAll(arguments);
        command.addAll(List.of("-f", "mpegts", "pipe:1"));
        return output(command);
    }

    private static byte[] output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = process.getInputStream().readAllBytes();
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(new String(output, StandardCharsets.UTF_8));
            }
            return output;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static String ffmpeg() {
        return Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
    }

    private static String ffprobe() {
        return Loader.load(org.bytedeco.ffmpeg.ffprobe.class);
    }
}
