package net.ratonet.relay.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// Every feed of this relay, and who may publish into which. Any thread may call.
public final class LiveFeeds implements FeedDoor, AutoCloseable {

    private final FeedsConfig config;
    private final Ticker ticker;
    private final Map<StreamerId, Feed> feeds = new ConcurrentHashMap<>();
    private final List<Consumer<FeedEvent>> listeners = new CopyOnWriteArrayList<>();

    public LiveFeeds(FeedsConfig config, Ticker ticker) {
        this.config = config;
        this.ticker = ticker;
    }

    public void start() {
        // Its own thread comes with the feeds themselves.
    }

    @Override
    public Admission admit(PublishRight right, IngestOrigin origin) {
        feeds.computeIfAbsent(
                right.streamer(), streamer -> new Feed(streamer, config, ticker.nowNanos()));
        return new Admission.Full();
    }

    public Optional<Feed> find(StreamerId streamer) {
        return Optional.ofNullable(feeds.get(streamer));
    }

    public List<Feed> all() {
        return List.copyOf(feeds.values());
    }

    /// Hears what happens from now on, on one thread of the feeds: it must only hand it on.
    public Latest.Subscription subscribe(Consumer<FeedEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes the stream away from whoever publishes it, and ends the feed; false when there is
    /// none.
    ///
    /// @param why in plain words, for the log
    public boolean evict(StreamerId streamer, String why) {
        return Optional.ofNullable(feeds.remove(streamer)).isPresent();
    }

    /// Ends every feed.
    @Override
    public void close() {
        feeds.clear();
    }
}
