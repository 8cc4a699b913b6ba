package net.ratonet.relay.session;

import java.time.Duration;

/// How feeds are kept.
///
/// @param mostStreams that may be published at once
/// @param silentAfter without media a publisher counts as silent: another may take its place
/// @param firstBytes within which a new publisher must send anything: longer than an SRT session
///   may hold its first packets back, and than FFmpeg takes to start on a busy machine
/// @param probation within which what it sends must have become a stream that can be read
/// @param keptAfterLast how long a feed waits for a publisher to come back before it ends
/// @param groupBytes how much of the newest group of pictures stays in memory for new readers
public record FeedsConfig(
        int mostStreams,
        Duration silentAfter,
        Duration firstBytes,
        Duration probation,
        Duration keptAfterLast,
        long groupBytes) {

    public static final FeedsConfig DEFAULT =
            new FeedsConfig(
                    100,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    8L << 20);

    public FeedsConfig {
        if (mostStreams < 1 || groupBytes < 1) {
            throw new IllegalArgumentException("streams and bytes must be at least 1");
        }
    }
}
