package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.shared.telemetry.StreamerId;

/// What a call is about: a stream that comes in, or one that goes out.
interface CallMedia {

    StreamerId streamer();

    /// Of the FFmpeg child.
    String name();

    /// How FFmpeg listens on a loopback port.
    List<String> arguments(int port);

    /// Whether an FFmpeg that was started for any publisher will do.
    boolean takesSpare();

    /// How long lost packets are waited for at least.
    Duration latency();

    /// Moves bytes between FFmpeg and the relay until one of them ends; on a thread of its own.
    ///
    /// @param connected whether the far end is there
    void carry(FfmpegChild child, BooleanSupplier connected)
            throws IOException, InterruptedException;

    /// About once a second.
    void network(NetworkStatistics statistics);

    /// The relay wants it no longer. Any thread may ask.
    boolean isWithdrawn();

    /// How long FFmpeg may need to hand on the last of it.
    ///
    /// @param agreed how long it waits for lost packets
    Duration tail(Duration agreed);

    /// Any thread may call.
    void close();
}
