package net.ratonet.relay.main;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.session.Feed;
import net.ratonet.relay.session.FeedEvent;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.telemetry.SourceKind;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// Whoever sends media is live, even without an agent, and is judged by what really arrives. Beats
/// come from one thread; any may ask.
final class MediaPresence {

    private static final SourceId SOURCE = new SourceId(SourceKind.ENCODER, "media");

    private final LiveFeeds feeds;
    private final LiveBoard board;
    private final InstantSource clock;
    private final Ticker ticker;

    /// When media of a streamer last came, for those whose feed has ended since.
    private final Map<StreamerId, Long> lastMedia = new ConcurrentHashMap<>();

    MediaPresence(LiveFeeds feeds, LiveBoard board, InstantSource clock, Ticker ticker) {
        this.feeds = feeds;
        this.board = board;
        this.clock = clock;
        this.ticker = ticker;
    }

    /// To be called about once a second.
    void beat() {
        var now = ticker.nowNanos();
        for (var feed : feeds.all()) {
            if (feed.isReceiving(now)) {
                lastMedia.put(feed.streamer(), now);
                board.connected(feed.streamer(), SOURCE, clock.instant());
            }
        }
    }

    void hear(FeedEvent event) {
        if (event instanceof FeedEvent.Ended(var feed, _)) {
            board.disconnected(feed.streamer(), SOURCE, clock.instant());
        }
    }

    void forget(StreamerId id) {
        lastMedia.remove(id);
    }

    Media media(StreamerId id) {
        var now = ticker.nowNanos();
        return feeds.find(id).map(feed -> of(feed, now)).orElseGet(() -> withoutFeed(id, now));
    }

    private static Media of(Feed feed, long nowNanos) {
        var snapshot = feed.snapshot(nowNanos);
        return snapshot.origin().isPresent()
                ? new Media.Connected(
                        snapshot.flow().lastSecond().kbps(),
                        snapshot.network().rttMs(),
                        snapshot.network().lossPct(),
                        snapshot.silence())
                : new Media.Absent(Optional.of(snapshot.silence()));
    }

    /// A stream that never came through here may still go somewhere else.
    private Media withoutFeed(StreamerId id, long nowNanos) {
        var last = lastMedia.get(id);
        return last == null
                ? new Media.Unseen()
                : new Media.Absent(Optional.of(Duration.ofNanos(nowNanos - last)));
    }
}
