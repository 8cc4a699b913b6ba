package net.ratonet.relay.session;

import net.ratonet.shared.telemetry.Bitrate;

/// How much comes in, and how whole it is.
///
/// @param lastSecond mean of the last second
/// @param fiveSeconds mean of the last five
/// @param bytes of whole packets since the feed began
/// @param framesPerSecond pictures that came in the last five seconds, per second
/// @param continuityErrors packets at which others were missing, since the feed began
/// @param garbageBytes that were no part of a packet, since the feed began
public record FeedFlow(
        Bitrate lastSecond,
        Bitrate fiveSeconds,
        long bytes,
        double framesPerSecond,
        long continuityErrors,
        long garbageBytes) {}
