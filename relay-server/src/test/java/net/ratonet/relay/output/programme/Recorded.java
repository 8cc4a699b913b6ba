package net.ratonet.relay.output.programme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.relay.session.ts.TsPacket;

/// A stream that the real FFmpeg made, cut at its key frames as a feed would cut it; and the real
/// FFmpeg's judgement of a stream.
record Recorded(List<TsChunk> chunks) {

    static Recorded make(Ffmpeg ffmpeg, String arguments) throws IOException {
        return cut(run(ffmpeg, arguments + " -f mpegts -mpegts_flags +pat_pmt_at_frames pipe:1"));
    }

    /// A test picture and a tone.
    static Recorded camera(Ffmpeg ffmpeg, String size, int rate, int seconds, String encoding)
            throws IOException {
        return make(
                ffmpeg,
                ("-f lavfi -i testsrc2=s=%s:r=%d -f lavfi -i sine=r=48000 -t %d -c:v libx264"
                                + " -preset ultrafast -pix_fmt yuv420p -g %d -c:a aac -ac 2 %s")
                        .formatted(size, rate, seconds, rate, encoding));
    }

    /// What FFmpeg complains about when it decodes every frame; nothing when all is well. Times are
    /// not rounded to a frame rate, which a seam does not keep to.
    static List<String> faults(Ffmpeg ffmpeg, Path stream) throws IOException {
        return complaints(
                ffmpeg,
                "-v warning -xerror -err_detect explode -i %s -enc_time_base demux -f null -"
                        .formatted(stream));
    }

    /// The same when it copies the stream into what platforms take.
    static List<String> faultsAsFlv(Ffmpeg ffmpeg, Path stream) throws IOException {
        var flv = stream.resolveSibling(stream.getFileName() + ".flv");
        var copying =
                complaints(ffmpeg, "-v warning -i %s -c copy -f flv -y %s".formatted(stream, flv));
        var all = new ArrayList<>(copying);
        all.addAll(faults(ffmpeg, flv));
        return all;
    }

    /// The decoding times of a stream's packets, as FFmpeg reads them.
    static List<Long> decodingTimes(Ffmpeg ffmpeg, Path stream, String track) throws IOException {
        var lines =
                run(
                        ffmpeg,
                        "-v error -copyts -i %s -map 0:%s -c copy -f framecrc -"
                                .formatted(stream, track));
        return new String(lines, UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Long.valueOf(line.split(",", -1)[1].strip()))
                .toList();
    }

    static void write(Path file, List<TsChunk> chunks) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (var chunk : chunks) {
                out.write(chunk.packets());
            }
        }
    }

    private static List<String> complaints(Ffmpeg ffmpeg, String arguments) throws IOException {
        var child = ffmpeg.start("judge", List.of(arguments.split(" ")));
        child.output().readAllBytes();
        var ended = child.onExit().join();
        var words = new ArrayList<>(ended.lastWords());
        if (ended.exitCode().orElse(-1) != 0) {
            words.add("ended with " + ended.exitCode());
        }
        return words;
    }

    static byte[] run(Ffmpeg ffmpeg, String arguments) throws IOException {
        var child = ffmpeg.start("made", List.of(arguments.split(" ")));
        var bytes = child.output().readAllBytes();
        if (child.onExit().join().exitCode().orElse(-1) != 0) {
            throw new IOException(String.join("\n", child.lastWords()));
        }
        return bytes;
    }

    /// Tables stand before each picture, so that a chunk may begin with them.
    private static Recorded cut(byte[] stream) {
        var chunks = new ArrayList<TsChunk>();
        var begin = -1;
        var tables = 0;
        for (var packet = 0; packet < stream.length; packet += TsPacket.LENGTH) {
            var pid = TsPacket.pid(stream, packet);
            if (pid == TsPacket.PAT_PID) {
                tables = packet;
            }
            var key =
                    pid == Tables.VIDEO_PID
                            && TsPacket.payloadUnitStart(stream, packet)
                            && TsPacket.isRandomAccess(stream, packet);
            if (key && begin >= 0) {
                chunks.add(chunk(Arrays.copyOfRange(stream, begin, tables)));
            }
            begin = key ? tables : begin;
        }
        chunks.add(chunk(Arrays.copyOfRange(stream, begin, stream.length)));
        return new Recorded(chunks);
    }

    private static TsChunk chunk(byte[] bytes) {
        return new TsChunk(bytes, 0, true, 7);
    }
}
