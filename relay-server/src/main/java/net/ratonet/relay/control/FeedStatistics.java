package net.ratonet.relay.control;

import net.ratonet.relay.session.FeedSnapshot;
import net.ratonet.relay.telemetry.MediaStatistics;

/// What scene switchers want to know of a feed.
final class FeedStatistics {

    private static final double BITS_PER_MEGABIT = 1e6;

    private FeedStatistics() {}

    static MediaStatistics of(FeedSnapshot feed) {
        var network = feed.network();
        var bitrate = feed.flow().lastSecond();
        return new MediaStatistics(
                bitrate,
                network.rttMs(),
                network.lost(),
                network.dropped(),
                bitrate.bitsPerSecond() / BITS_PER_MEGABIT,
                network.receiveBuffer(),
                feed.uptime());
    }
}
