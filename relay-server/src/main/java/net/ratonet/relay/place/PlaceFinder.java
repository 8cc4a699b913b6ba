package net.ratonet.relay.place;

import java.time.InstantSource;
import java.util.function.BiConsumer;
import net.ratonet.relay.config.PlaceConfig;
import net.ratonet.relay.privacy.GeoPoint;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds names for streamers' places on one virtual thread of its own. Callers only leave a
/// question and never wait, however slow the provider is. Without a contact address nobody is ever
/// asked.
public final class PlaceFinder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceFinder.class);
    private static final int MOST_WAITING = 1_000;

    private final PlaceConfig config;
    private final PlaceCache cache;
    private final PlaceClient client;
    private final BiConsumer<StreamerId, PlaceName> answers;
    private final Clocks clocks;
    private final AskedPlaces asked = new AskedPlaces();
    private final PlaceQueue arrivals = new PlaceQueue(MOST_WAITING);
    private final PlaceQueue unknown = new PlaceQueue(MOST_WAITING);
    private final Thread thread = Thread.ofVirtual().name("place-finder").unstarted(this::run);
    private ProviderPace pace;

    /// Time for the memory of answers, and time for waiting.
    public record Clocks(InstantSource wall, Ticker ticker) {}

    /// @param version of this program, for the provider's log
    /// @param answers called on the finder's thread
    public PlaceFinder(
            PlaceConfig config,
            String version,
            PlaceCache cache,
            BiConsumer<StreamerId, PlaceName> answers,
            Clocks clocks) {
        this(
                config,
                cache,
                new PlaceClient(config, version, PlaceClient.PATIENCE),
                answers,
                clocks,
                ProviderPace.polite(clocks.ticker().nowNanos()));
    }

    PlaceFinder(
            PlaceConfig config,
            PlaceCache cache,
            PlaceClient client,
            BiConsumer<StreamerId, PlaceName> answers,
            Clocks clocks,
            ProviderPace pace) {
        this.config = config;
        this.cache = cache;
        this.client = client;
        this.answers = answers;
        this.clocks = clocks;
        this.pace = pace;
    }

    public void start() {
        if (config.isOn()) {
            thread.start();
        }
    }

    /// The streamer is here, and a third party may be asked about it.
    public void moved(StreamerId id, double lat, double lng) {
        var point = new GeoPoint(lat, lng);
        var now = clocks.ticker().nowNanos();
        if (config.isOn() && asked.isDue(id, point, now) && arrivals.offer(id, point)) {
            asked.asked(id, point, now);
        }
    }

    /// The streamer has gone, or is where nobody may be asked about.
    public void withdraw(StreamerId id) {
        arrivals.withdraw(id);
        unknown.withdraw(id);
        asked.forget(id);
    }

    @Override
    public void close() {
        thread.interrupt();
        client.close();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException mistake) {
                LOG.warn("A place could not be looked up", mistake);
            }
        }
    }

    private void step() throws InterruptedException {
        var wait = unknown.isEmpty() ? Long.MAX_VALUE : untilNext();
        if (wait > 0) {
            arrivals.poll(wait).ifPresent(this::remember);
            return;
        }
        var question = unknown.poll(0);
        if (question.isPresent()) {
            ask(question.get());
        }
    }

    private long untilNext() {
        return pace.waitNanos(clocks.ticker().nowNanos());
    }

    private void remember(PlaceQueue.Question question) {
        cache.find(PlaceKey.of(config, question.point()))
                .ifPresentOrElse(
                        place -> answers.accept(question.streamer(), place),
                        () -> putAside(question));
    }

    private void putAside(PlaceQueue.Question question) {
        if (!unknown.offer(question.streamer(), question.point())) {
            asked.forget(question.streamer());
        }
    }

    private void ask(PlaceQueue.Question question) throws InterruptedException {
        var key = PlaceKey.of(config, question.point());
        var answer = client.ask(key);
        tellOfTrouble(answer);
        pace = pace.after(answer, clocks.ticker().nowNanos());
        if (answer instanceof PlaceAnswer.Named(var place)) {
            cache.keep(key, place, clocks.wall().instant());
            answers.accept(question.streamer(), place);
        } else {
            // The next position asks anew; until then the last name stays.
            asked.forget(question.streamer());
        }
    }

    /// Once when it begins and once when it ends; a dead provider is no news each second.
    private void tellOfTrouble(PlaceAnswer answer) {
        switch (answer) {
            case PlaceAnswer.Named _ when pace.isFailing() ->
                    LOG.info("Places are found again at {}", client.host());
            case PlaceAnswer.Named _ -> {}
            case PlaceAnswer.TurnedAway(var status, _) -> {
                if (!pace.isFailing()) {
                    LOG.warn(
                            "{} turned us away with status {}; we leave it alone for a while",
                            client.host(),
                            status);
                }
            }
            case PlaceAnswer.Failed(var reason) -> {
                if (!pace.isFailing()) {
                    LOG.warn("No place names from {}: {}", client.host(), reason);
                }
            }
        }
    }
}
