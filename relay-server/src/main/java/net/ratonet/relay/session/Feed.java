package net.ratonet.relay.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Latest;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// One streamer's stream, whoever publishes it. Any thread may ask; the publisher's thread does the
/// work. Everything but the readers' side is guarded by one lock, which is held for no longer than
/// a piece of the stream takes.
public final class Feed implements ChunkSource {

    private static final FeedTiming NO_TIMING =
            new FeedTiming(0, 0, 0, Optional.empty(), Optional.empty());

    private final StreamerId streamer;
    private final FeedsConfig config;
    private final Ticker ticker;
    private final FeedNews news;
    private final Lock lock = new ReentrantLock();
    private final Latest<FeedFacts> facts = new Latest<>(FeedFacts.NONE);
    private final ChunkFan fan;
    private final FeedCounters counters;
    private final Publishers publishers;
    private final FeedStory story;
    private final long beganNanos;
    private volatile long mediaNanos;
    private @Nullable StreamRun run;
    private long onAirNanos;
    private long emptyNanos;
    private long origin;
    private boolean ended;

    Feed(StreamerId streamer, FeedsConfig config, Ticker ticker, FeedNews news) {
        this.streamer = streamer;
        this.config = config;
        this.ticker = ticker;
        this.news = news;
        this.beganNanos = ticker.nowNanos();
        this.mediaNanos = beganNanos;
        this.emptyNanos = beganNanos;
        this.fan = new ChunkFan(config.groupBytes());
        this.counters = new FeedCounters(beganNanos);
        this.publishers = new Publishers(config.silentAfter());
        this.story = new FeedStory(this, news);
    }

    public StreamerId streamer() {
        return streamer;
    }

    /// Listeners are called by the publisher's thread and must only hand on.
    public Latest<FeedFacts> facts() {
        return facts;
    }

    /// Whether media has come of late.
    public boolean isReceiving(long nowNanos) {
        return silence(nowNanos).compareTo(config.silentAfter()) < 0 && story.hasBegun();
    }

    /// Age of the newest media; since the feed began when there was none yet.
    public Duration silence(long nowNanos) {
        return Duration.ofNanos(Math.max(0, nowNanos - mediaNanos));
    }

    public FeedSnapshot snapshot(long nowNanos) {
        return locked(() ->
                new FeedSnapshot(
                        facts.get(),
                        publishers.onAir().map(FeedIntake::origin),
                        publishers.onAir().map(FeedIntake::network).orElse(NetworkStatistics.NONE),
                        counters.flow(nowNanos),
                        run == null ? NO_TIMING : run.timing(nowNanos),
                        Duration.ofNanos(nowNanos - beganNanos),
                        silence(nowNanos),
                        publishers.standBys(),
                        fan.readers().stream().map(FeedReader::of).toList()));
    }

    @Override
    public ChunkQueue open(String reader, long mostBytes) {
        return fan.open(reader, mostBytes);
    }

    /// Lets a publisher in unless its place is taken by one that sends; empty when the feed has
    /// ended.
    Optional<Admission> admit(IngestOrigin from) {
        return locked(() -> {
            if (ended) {
                return Optional.empty();
            }
            var now = ticker.nowNanos();
            var other = publishers.inSlot(from.slot());
            if (other.filter(intake -> !publishers.isSilent(intake, now)).isPresent()) {
                return other.map(intake -> new Admission.Busy(intake.origin()));
            }
            other.ifPresent(intake -> takeAway(intake, "another publisher takes its place"));
            if (publishers.isFull()) {
                return Optional.of(new Admission.Full());
            }
            var intake = new FeedIntake(this, from, now);
            publishers.add(intake);
            return Optional.of(new Admission.Admitted(intake));
        });
    }

    void write(FeedIntake intake, byte[] bytes, int offset, int length) {
        locked(() -> {
            if (!intake.isOpen()) {
                return;
            }
            var now = ticker.nowNanos();
            if (publishers.takeAir(intake, now)) {
                beginRun(now);
            }
            if (publishers.isOnAir(intake)) {
                write(intake, bytes, offset, length, now);
            } else {
                intake.sent(now);
            }
        });
    }

    void network(FeedIntake intake, NetworkStatistics statistics) {
        locked(() -> intake.keep(statistics));
    }

    void left(FeedIntake intake) {
        locked(() -> remove(intake));
    }

    boolean hasPublishers() {
        return locked(() -> !publishers.isEmpty());
    }

    /// To be called a few times a second. True when the feed has ended.
    boolean tick() {
        return locked(() -> {
            var now = ticker.nowNanos();
            endProbations(now);
            if (silence(now).compareTo(config.silentAfter()) >= 0) {
                story.silent();
            }
            if (publishers.isEmpty() && now - emptyNanos >= config.keptAfterLast().toNanos()) {
                finish("nobody publishes any more");
            }
            return ended;
        });
    }

    void end(String why) {
        locked(() -> {
            publishers.all().forEach(intake -> takeAway(intake, why));
            finish(why);
        });
    }

    private void write(FeedIntake intake, byte[] bytes, int offset, int length, long now) {
        var current = run;
        if (current == null || !current.write(bytes, offset, length, now)) {
            return;
        }
        intake.sent(now);
        if (current.isReadable()) {
            mediaNanos = now;
            publishFacts(current);
            story.media(intake.origin());
        }
    }

    private void publishFacts(StreamRun current) {
        if (current.mayDiffer()) {
            var next = current.facts();
            if (!next.equals(facts.get())) {
                facts.publish(next);
            }
        }
    }

    private void beginRun(long now) {
        run = new StreamRun(new ToReaders(), counters);
        story.source();
        onAirNanos = now;
        origin++;
        fan.forget();
    }

    private void endProbations(long now) {
        for (var intake : publishers.all()) {
            if (hasFailed(intake, now)) {
                takeAway(intake, "it sends nothing that can be read as MPEG-TS");
            }
        }
    }

    private boolean hasFailed(FeedIntake intake, long now) {
        if (publishers.isOnAir(intake)) {
            var probation = config.probation().toNanos();
            return run != null && !run.isReadable() && now - onAirNanos >= probation;
        }
        return !intake.hasSent() && intake.silence(now).compareTo(config.firstBytes()) >= 0;
    }

    private void takeAway(FeedIntake intake, String why) {
        intake.shut();
        remove(intake);
        news.takenAway(intake, why);
    }

    private void remove(FeedIntake intake) {
        var wasOnAir = publishers.isOnAir(intake);
        if (publishers.remove(intake)) {
            emptyNanos = ticker.nowNanos();
        }
        if (wasOnAir) {
            run = null;
            fan.forget();
        }
    }

    private void finish(String why) {
        if (!ended) {
            ended = true;
            fan.end();
            story.ended(why);
        }
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private final class ToReaders implements StreamRun.Output {

        @Override
        public void chunk(byte[] packets, boolean keyFrame) {
            fan.write(new TsChunk(packets, ticker.nowNanos(), keyFrame, origin));
        }

        @Override
        public void timestampsJumped() {
            origin++;
            fan.forget();
        }
    }
}
