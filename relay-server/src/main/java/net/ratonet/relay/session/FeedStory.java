package net.ratonet.relay.session;

/// Remembers what has been told of a feed, so that each event is told once and in order. Guarded by
/// the feed's lock.
final class FeedStory {

    private final Feed feed;
    private final FeedNews news;
    private volatile boolean begun;
    private boolean silent;
    private boolean newSource;

    FeedStory(Feed feed, FeedNews news) {
        this.feed = feed;
        this.news = news;
    }

    /// Any thread may ask.
    boolean hasBegun() {
        return begun;
    }

    /// Another publisher is on air, though nothing of it may have come.
    void source() {
        newSource = true;
    }

    /// Something came that can be read.
    void media(IngestOrigin origin) {
        if (!begun) {
            begun = true;
            news.happened(new FeedEvent.Began(feed));
        } else if (newSource) {
            news.happened(new FeedEvent.SourceChanged(feed, origin));
        }
        newSource = false;
        if (silent) {
            silent = false;
            news.happened(new FeedEvent.Resumed(feed));
        }
    }

    /// Nothing has come for a while.
    void silent() {
        if (begun && !silent) {
            silent = true;
            news.happened(new FeedEvent.WentSilent(feed));
        }
    }

    void ended(String why) {
        if (begun) {
            news.happened(new FeedEvent.Ended(feed, why));
        }
    }
}
