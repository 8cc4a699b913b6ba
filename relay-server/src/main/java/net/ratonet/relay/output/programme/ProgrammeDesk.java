package net.ratonet.relay.output.programme;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.ratonet.relay.output.slate.Slates;
import net.ratonet.relay.session.Feed;
import net.ratonet.relay.session.FeedEvent;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// Gives each streamer who goes live a programme, which lasts until somebody ends it or the slate
/// was shown for too long. Any thread may call.
public final class ProgrammeDesk implements AutoCloseable {

    private static final CompletableFuture<ProgrammeAnswer> NOTHING =
            CompletableFuture.completedFuture(
                    new ProgrammeAnswer.Refused("the streamer is not on air"));

    private final LiveFeeds feeds;
    private final Slates slates;
    private final ProgrammeConfig config;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Map<StreamerId, Programme> programmes = new ConcurrentHashMap<>();
    private final List<Consumer<ProgrammeEvent>> listeners = new CopyOnWriteArrayList<>();
    private Latest.@Nullable Subscription subscription;
    private boolean closed;

    public ProgrammeDesk(
            LiveFeeds feeds,
            Slates slates,
            ProgrammeConfig config,
            Ticker ticker,
            InstantSource clock) {
        this.feeds = feeds;
        this.slates = slates;
        this.config = config;
        this.ticker = ticker;
        this.clock = clock;
    }

    public synchronized void start() {
        subscription = feeds.subscribe(this::on);
        feeds.all().stream()
                .filter(feed -> !feed.facts().get().equals(FeedFacts.NONE))
                .forEach(this::goOn);
    }

    public Optional<Programme> find(StreamerId streamer) {
        return Optional.ofNullable(programmes.get(streamer));
    }

    public List<Programme> all() {
        return List.copyOf(programmes.values());
    }

    /// Hears of every programme from now on. A listener is called by whichever thread it happens
    /// on, so it must only hand on.
    public Latest.Subscription subscribe(Consumer<ProgrammeEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Shows the slate until [#live], although the field sends.
    public CompletableFuture<ProgrammeAnswer> brbNow(StreamerId streamer) {
        return ask(streamer, new AirEvent.BreakAsked());
    }

    /// Ends a break or a hold.
    public CompletableFuture<ProgrammeAnswer> live(StreamerId streamer) {
        return ask(streamer, new AirEvent.LiveAsked());
    }

    /// Keeps what is shown until [#live], even when the field comes or goes.
    public CompletableFuture<ProgrammeAnswer> hold(StreamerId streamer) {
        return ask(streamer, new AirEvent.HoldAsked(Optional.empty()));
    }

    public CompletableFuture<ProgrammeAnswer> hold(StreamerId streamer, Duration time) {
        return ask(streamer, new AirEvent.HoldAsked(Optional.of(time)));
    }

    /// Ends the programme properly. The next one begins when an encoder connects anew.
    ///
    /// @param why in plain words
    public CompletableFuture<ProgrammeAnswer> end(StreamerId streamer, String why) {
        return ask(streamer, new AirEvent.EndAsked(why));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (subscription != null) {
                subscription.close();
            }
        }
        all().forEach(Programme::close);
    }

    private CompletableFuture<ProgrammeAnswer> ask(StreamerId streamer, AirEvent wish) {
        return find(streamer).map(programme -> programme.hear(wish)).orElse(NOTHING);
    }

    private void on(FeedEvent event) {
        switch (event) {
            case FeedEvent.Began(var feed) -> goOn(feed);
            case FeedEvent.SourceChanged(var feed, _) -> goOnUnlessOnAir(feed);
            case FeedEvent.WentSilent _, FeedEvent.Resumed _, FeedEvent.Ended _ -> {
                // The programme hears by itself what comes and what does not.
            }
        }
    }

    private void goOnUnlessOnAir(Feed feed) {
        if (!programmes.containsKey(feed.streamer())) {
            goOn(feed);
        }
    }

    private synchronized void goOn(Feed feed) {
        if (closed) {
            return;
        }
        var known = programmes.get(feed.streamer());
        if (known != null) {
            known.attach(feed);
            return;
        }
        var programme = new Programme(feed.streamer(), slates, config, ticker, clock, this::isOver);
        programmes.put(feed.streamer(), programme);
        programme.attach(feed);
        programme.start();
        tell(new ProgrammeEvent.OnAir(programme));
    }

    private void isOver(Programme programme, String why) {
        synchronized (this) {
            programmes.remove(programme.streamer(), programme);
        }
        tell(new ProgrammeEvent.OffAir(programme.streamer(), why));
        programme.leftOver().ifPresent(this::goOn);
    }

    private void tell(ProgrammeEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
