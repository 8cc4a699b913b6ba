package net.ratonet.relay.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;

/// Where the program lies on this machine. Finding the bundled one may unpack it, which takes half
/// a second the first time.
@FunctionalInterface
interface FfmpegProgram {

    Path find() throws IOException;

    /// The one that comes with the relay.
    static FfmpegProgram bundled() {
        return () -> {
            try {
                return Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
            } catch (LinkageError trouble) {
                throw new IOException(
                        "the bundled FFmpeg does not work on this machine ("
                                + trouble.getMessage()
                                + "); name another with FFMPEG_PATH",
                        trouble);
            }
        };
    }

    static FfmpegProgram at(Path program) {
        return () -> {
            if (!Files.isExecutable(program) || Files.isDirectory(program)) {
                throw new IOException(
                        "FFMPEG_PATH names %s, which is no program that can be run"
                                .formatted(program));
            }
            return program;
        };
    }
}
