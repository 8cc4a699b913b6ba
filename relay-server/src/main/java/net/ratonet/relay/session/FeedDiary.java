package net.ratonet.relay.session;

import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down for the streamer what happens to feeds. On the thread of the feeds.
final class FeedDiary {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeeds.class);

    private final Ticker ticker;
    private final Seldom<TurnedAway> turnedAway = new Seldom<>();

    FeedDiary(Ticker ticker) {
        this.ticker = ticker;
    }

    void write(FeedEvent event) {
        var streamer = event.feed().streamer();
        switch (event) {
            case FeedEvent.Began(var feed) -> LOG.info("{}: live with {}", streamer, content(feed));
            case FeedEvent.SourceChanged(_, var origin) ->
                    LOG.info("{}: goes on by {}", streamer, name(origin));
            case FeedEvent.WentSilent _ -> LOG.info("{}: the field is silent", streamer);
            case FeedEvent.Resumed _ -> LOG.info("{}: the field is back", streamer);
            case FeedEvent.Ended(_, var why) -> LOG.info("{}: ended, {}", streamer, why);
        }
    }

    void takenAway(FeedIntake intake, String why) {
        var origin = name(intake.origin());
        var what = new TurnedAway(intake.streamer(), origin, why);
        if (turnedAway.isNews(what, ticker.nowNanos())) {
            LOG.info("{}: turned {} away, {}", intake.streamer(), origin, why);
        }
    }

    private record TurnedAway(StreamerId streamer, String origin, String why) {}

    private static String content(Feed feed) {
        var facts = feed.facts().get();
        var video = facts.video().map(track -> track.codec().name()).orElse("no video");
        var audio = facts.audio().map(track -> track.codec().name()).orElse("no audio");
        return video + " and " + audio;
    }

    private static String name(IngestOrigin origin) {
        var protocol = origin.protocol().name();
        return origin.slot() == 0 ? protocol : protocol + " of slot " + origin.slot();
    }
}
