package net.ratonet.relay.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every feed of this relay, and who may publish into which. Any thread may call; a thread of its
/// own watches for silence and tells listeners what happens.
public final class LiveFeeds implements FeedDoor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeeds.class);
    private static final int MOST_NEWS = 4_096;
    private static final Duration TURN = Duration.ofMillis(50);

    /// Without feeds: news of the first one wakes the thread.
    private static final Duration IDLE_TURN = Duration.ofSeconds(1);

    private final FeedsConfig config;
    private final Ticker ticker;
    private final Lock admission = new ReentrantLock();
    private final Map<StreamerId, Feed> feeds = new ConcurrentHashMap<>();
    private final List<Consumer<FeedEvent>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Runnable> news = new ArrayBlockingQueue<>(MOST_NEWS);
    private final FeedDiary diary;
    private final Thread thread;
    private volatile boolean open = true;

    public LiveFeeds(FeedsConfig config, Ticker ticker) {
        this.config = config;
        this.ticker = ticker;
        this.diary = new FeedDiary(ticker);
        this.thread = Thread.ofVirtual().name("feeds").unstarted(this::run);
    }

    public LiveFeeds start() {
        thread.start();
        return this;
    }

    @Override
    public Admission admit(PublishRight right, IngestOrigin origin) {
        admission.lock();
        try {
            if (!open || !hasRoomFor(right.streamer())) {
                return new Admission.Full();
            }
            var known = Optional.ofNullable(feeds.get(right.streamer()));
            return known.flatMap(feed -> feed.admit(origin))
                    .orElseGet(() -> begin(right.streamer(), origin));
        } finally {
            admission.unlock();
        }
    }

    /// The streamer's feed, from the first admission to its end.
    public Optional<Feed> find(StreamerId streamer) {
        return Optional.ofNullable(feeds.get(streamer));
    }

    public List<Feed> all() {
        return List.copyOf(feeds.values());
    }

    /// Hears what happens from now on, on one thread for all feeds: it must only hand it on.
    public Latest.Subscription subscribe(Consumer<FeedEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes the stream away from whoever publishes it, and ends the feed; false when there is
    /// none. It does not keep them from coming back.
    ///
    /// @param why in plain words, for the log
    public boolean evict(StreamerId streamer, String why) {
        var feed = Optional.ofNullable(feeds.remove(streamer));
        feed.ifPresent(found -> found.end(why));
        return feed.isPresent();
    }

    /// Ends every feed, and tells so.
    @Override
    public void close() {
        admission.lock();
        try {
            open = false;
        } finally {
            admission.unlock();
        }
        List.copyOf(feeds.keySet()).forEach(streamer -> evict(streamer, "the relay is stopping"));
        if (thread.isAlive()) {
            thread.interrupt();
            join();
        }
        tellAll();
    }

    private boolean hasRoomFor(StreamerId streamer) {
        var others =
                feeds.values().stream()
                        .filter(feed -> !feed.streamer().equals(streamer) && feed.hasPublishers())
                        .count();
        return others < config.mostStreams();
    }

    private Admission begin(StreamerId streamer, IngestOrigin origin) {
        var feed = new Feed(streamer, config, ticker, new ToListeners());
        feeds.put(streamer, feed);
        return feed.admit(origin).orElseThrow();
    }

    private void run() {
        while (open) {
            try {
                turn();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException bug) {
                LOG.error("watching the feeds goes on after a mistake", bug);
            }
        }
    }

    private void turn() throws InterruptedException {
        var patience = feeds.isEmpty() ? IDLE_TURN : TURN;
        var first = news.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            first.run();
        }
        tellAll();
        feeds.values().removeIf(Feed::tick);
    }

    private void tellAll() {
        for (var next = news.poll(); next != null; next = news.poll()) {
            next.run();
        }
    }

    private void tell(FeedEvent event) {
        diary.write(event);
        for (var listener : listeners) {
            listener.accept(event);
        }
    }

    private void join() {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class ToListeners implements FeedNews {

        @Override
        public void happened(FeedEvent event) {
            hear(() -> tell(event));
        }

        @Override
        public void takenAway(FeedIntake intake, String why) {
            hear(() -> {
                diary.takenAway(intake, why);
                intake.tellTakenAway();
            });
        }

        private void hear(Runnable work) {
            if (!news.offer(work)) {
                LOG.error("a listener to the feeds holds everybody up: news are lost");
            }
        }
    }
}
