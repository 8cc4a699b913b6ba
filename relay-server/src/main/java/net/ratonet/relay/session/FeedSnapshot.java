package net.ratonet.relay.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A feed at one moment.
///
/// @param origin of the publisher that is on air; empty when none is connected
/// @param network how the path to it does; [NetworkStatistics#NONE] where nobody can tell
/// @param uptime since the feed began
/// @param silence age of the newest media; since the feed began when there was none yet
/// @param standBys other publishers of the same stream that could take over
public record FeedSnapshot(
        FeedFacts facts,
        Optional<IngestOrigin> origin,
        NetworkStatistics network,
        FeedFlow flow,
        FeedTiming timing,
        Duration uptime,
        Duration silence,
        int standBys,
        List<FeedReader> readers) {

    public FeedSnapshot {
        readers = List.copyOf(readers);
    }
}
