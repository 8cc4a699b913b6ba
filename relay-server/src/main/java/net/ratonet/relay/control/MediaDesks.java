package net.ratonet.relay.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.session.PlayRight;

/// Everything that does something with a stream.
///
/// @param srtPlayers ends the SRT players whom the condition names
/// @param children every FFmpeg that runs now
public record MediaDesks(
        LiveFeeds feeds,
        ProgrammeDoor programmes,
        OutputDoor outputs,
        RecordingDoor recordings,
        Consumer<Predicate<PlayRight>> srtPlayers,
        Supplier<List<FfmpegChild>> children) {}
