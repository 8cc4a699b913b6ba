package net.ratonet.relay.ffmpeg;

import java.io.IOException;
import java.util.List;

/// Starts FFmpeg children. Any thread may call.
public interface Ffmpeg extends AutoCloseable {

    /// A child that runs, unless it cannot even be started.
    ///
    /// @param name for logs, the API and metrics; no secret
    /// @param arguments without the program itself, and without any secret: other users of the
    ///   machine can read them
    FfmpegChild start(String name, List<String> arguments) throws IOException;

    /// The same for work that may take its time: it yields the processor to everything else.
    default FfmpegChild startGently(String name, List<String> arguments) throws IOException {
        return start(name, arguments);
    }

    /// Every child that runs now.
    List<FfmpegChild> children();

    /// Ends every child.
    @Override
    void close();
}
