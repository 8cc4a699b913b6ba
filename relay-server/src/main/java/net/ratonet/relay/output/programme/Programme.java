package net.ratonet.relay.output.programme;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import net.ratonet.relay.output.slate.Slates;
import net.ratonet.relay.session.ChunkFan;
import net.ratonet.relay.session.ChunkQueue;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.Feed;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One streamer's stream without a hole: the field while it sends, the slate while it does not. It
/// outlives the feeds that it is made of. A thread of its own does the work; any thread may read,
/// ask or subscribe.
public final class Programme implements ChunkSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Programme.class);

    /// Slate pictures are passed on this often, and wishes heard.
    private static final Duration TURN = Duration.ofMillis(20);

    private static final long MOST_BYTES_WAITING = 16L << 20;
    private static final int MOST_WISHES = 32;

    private final StreamerId streamer;
    private final Ticker ticker;
    private final ChunkFan fan;
    private final Playout playout;
    private final BiConsumer<Programme, String> whenOver;
    private final Latest<ProgrammeState> state = new Latest<>(ProgrammeState.FIRST);
    private final BlockingQueue<Runnable> wishes = new ArrayBlockingQueue<>(MOST_WISHES);
    private final AtomicReference<@Nullable Feed> nextFeed = new AtomicReference<>();
    private final Thread thread;

    private volatile boolean over;

    /// Owned by the thread, as all that follows.
    private @Nullable Feed feed;

    private @Nullable ChunkQueue field;
    private FeedFacts facts = FeedFacts.NONE;
    private long lastOrigin;
    private long lastLost;

    Programme(
            StreamerId streamer,
            Slates slates,
            ProgrammeConfig config,
            Ticker ticker,
            InstantSource clock,
            BiConsumer<Programme, String> whenOver) {
        this.streamer = streamer;
        this.ticker = ticker;
        this.fan = new ChunkFan(config.groupBytes());
        this.playout = new Playout(streamer, slates, config, clock, fan::write);
        this.whenOver = whenOver;
        this.thread =
                Thread.ofPlatform().daemon().name("programme-" + streamer).unstarted(this::run);
    }

    public StreamerId streamer() {
        return streamer;
    }

    public Latest<ProgrammeState> state() {
        return state;
    }

    @Override
    public ChunkQueue open(String reader, long mostBytes) {
        return fan.open(reader, mostBytes);
    }

    void start() {
        thread.start();
    }

    /// The field goes on with this feed; the newest counts.
    void attach(Feed next) {
        nextFeed.set(next);
    }

    /// A feed that came too late to be part of this programme.
    Optional<Feed> leftOver() {
        return Optional.ofNullable(nextFeed.getAndSet(null));
    }

    CompletableFuture<ProgrammeAnswer> hear(AirEvent event) {
        return ask(() -> playout.hear(event, ticker.nowNanos()));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<ProgrammeAnswer> ask(Supplier<ProgrammeAnswer> wish) {
        var answer = new CompletableFuture<ProgrammeAnswer>();
        if (!wishes.offer(() -> answer.completeAsync(wish, Runnable::run)) || over) {
            answer.complete(new ProgrammeAnswer.Refused("the programme is busy or over"));
        }
        return answer;
    }

    private void run() {
        var why = "the relay is stopping";
        try {
            while (!(playout.state().phase() instanceof AirPhase.Ended)) {
                turn();
            }
            why = ((AirPhase.Ended) playout.state().phase()).why();
        } catch (InterruptedException _) {
            LOG.debug("{}: the programme is closed", streamer);
        } catch (RuntimeException bug) {
            LOG.error("{}: the programme failed", streamer, bug);
            why = "the relay failed";
        }
        detach();
        fan.end();
        over = true;
        whenOver.accept(this, why);
        wishes.forEach(Runnable::run);
    }

    private void turn() throws InterruptedException {
        leftOver().ifPresent(this::follow);
        hearField();
        for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.run();
        }
        playout.tick(facts, ticker.nowNanos());
        publish();
    }

    private void hearField() throws InterruptedException {
        var source = field;
        if (source == null) {
            var wish = wishes.poll(TURN.toMillis(), TimeUnit.MILLISECONDS);
            if (wish != null) {
                wish.run();
            }
            return;
        }
        var chunk = source.take(TURN);
        if (feed != null) {
            facts = known(feed.facts().get());
        }
        chunk.ifPresent(next -> media(source, next));
        if (chunk.isEmpty() && source.isEnded()) {
            detach();
        }
    }

    /// What the field was made of counts until it tells something else.
    private FeedFacts known(FeedFacts told) {
        return told.video().isPresent() || told.audio().isPresent() ? told : facts;
    }

    private void media(ChunkQueue source, TsChunk chunk) {
        var lost = source.lostBytes();
        var joins = chunk.origin() == lastOrigin && lost == lastLost;
        lastOrigin = chunk.origin();
        lastLost = lost;
        playout.media(chunk, joins, ticker.nowNanos());
    }

    private void follow(Feed next) {
        detach();
        feed = next;
        field = next.open("programme", MOST_BYTES_WAITING);
        lastLost = 0;
        lastOrigin = Long.MIN_VALUE;
    }

    private void detach() {
        if (field != null) {
            field.close();
        }
        field = null;
        feed = null;
    }

    private void publish() {
        var now = playout.state();
        var next = new ProgrammeState(now.phase(), now.isHeld(), playout.offer());
        if (!next.equals(state.get())) {
            state.publish(next);
        }
    }
}
