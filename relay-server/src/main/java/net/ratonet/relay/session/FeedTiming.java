package net.ratonet.relay.session;

import java.time.Duration;
import java.util.Optional;

/// How a stream's own clock runs.
///
/// @param driftMs how much later the newest picture came, by its timestamp, than the first of this
///   run did; negative when it came earlier
/// @param jumps timestamps that did not go on from the last one, since the feed began
/// @param audioOffsetMs how far the newest audio's timestamp is ahead of the newest picture's
/// @param keyFrameAge since the last key frame came
/// @param gop between the last two key frames
public record FeedTiming(
        double driftMs,
        long jumps,
        double audioOffsetMs,
        Optional<Duration> keyFrameAge,
        Optional<Duration> gop) {}
