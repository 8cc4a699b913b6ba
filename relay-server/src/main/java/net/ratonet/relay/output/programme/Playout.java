package net.ratonet.relay.output.programme;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import net.ratonet.relay.output.programme.AirPhase.Covered;
import net.ratonet.relay.output.slate.SlateOffer;
import net.ratonet.relay.output.slate.Slates;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what the director decides. Owned by the programme's thread.
final class Playout {

    private static final Logger LOG = LoggerFactory.getLogger(Playout.class);
    private static final long STILL_NANOS = Duration.ofMillis(500).toNanos();

    /// Sound runs dry sooner than pictures.
    private static final long SILENCE_NANOS = Duration.ofMillis(200).toNanos();

    private static final SlateOffer SILENCE =
            new SlateOffer.Impossible("a stream without pictures gets silence instead of a slate");
    private static final long LOOK_AT_SHELF_NANOS = Duration.ofMillis(500).toNanos();
    private static final long MOST_KEPT = 16L << 20;

    private final StreamerId streamer;
    private final Slates slates;
    private final ProgrammeDirector director;
    private final InstantSource clock;
    private final Consumer<TsChunk> out;
    private final Splicer splicer = new Splicer();
    private final ArrayDeque<TsChunk> kept = new ArrayDeque<>();
    private AirState state = AirState.FIRST;
    private SlateOffer offer = new SlateOffer.Preparing();
    private long keptBytes;
    private long lastStill;
    private long lookedAtShelf;
    private @Nullable ProgrammeClock time;
    private @Nullable SlateReel reel;

    Playout(
            StreamerId streamer,
            Slates slates,
            ProgrammeConfig config,
            InstantSource clock,
            Consumer<TsChunk> out) {
        this.streamer = streamer;
        this.slates = slates;
        this.director = new ProgrammeDirector(config);
        this.clock = clock;
        this.out = out;
    }

    AirState state() {
        return state;
    }

    SlateOffer offer() {
        return offer;
    }

    /// A chunk of the field's stream.
    ///
    /// @param joins whether it goes on from the chunk before
    void media(TsChunk chunk, boolean joins, long now) {
        var event = new AirEvent.Media(chunk.keyFrame(), joins, chunk.arrivedNanos());
        step(event, Optional.of(chunk), now);
    }

    ProgrammeAnswer hear(AirEvent event, long now) {
        return step(event, Optional.empty(), now);
    }

    /// To be called every few milliseconds.
    ///
    /// @param facts of the newest field
    void tick(FeedFacts facts, long now) {
        step(new AirEvent.TimePassed(), Optional.empty(), now);
        lookAtShelf(facts, now);
        if (state.phase() instanceof Covered covered && !covered.hasCandidate()) {
            cover(covered, now);
        }
    }

    private ProgrammeAnswer step(AirEvent event, Optional<TsChunk> chunk, long now) {
        var before = state;
        var step = director.on(before, event, now);
        state = step.next();
        step.actions().forEach(action -> act(action, chunk, now));
        ProgrammeDiary.line(before.phase(), state.phase(), now)
                .ifPresent(line -> LOG.info("{}: {}", streamer, line));
        return step.answer();
    }

    private void act(AirAction action, Optional<TsChunk> chunk, long now) {
        switch (action) {
            case BEGIN -> begin(chunk.orElseThrow());
            case PASS -> {
                kept.forEach(earlier -> pass(earlier, now));
                forget();
                pass(chunk.orElseThrow(), now);
            }
            case KEEP -> keep(chunk.orElseThrow());
            case FORGET, FINISH -> forget();
            case COVER, STAY -> {
                forget();
                splicer.cut();
                reel = null;
                lastStill = now;
                lookedAtShelf = now - LOOK_AT_SHELF_NANOS;
            }
        }
    }

    private void begin(TsChunk chunk) {
        var first = kept.isEmpty() ? chunk : kept.getFirst();
        if (time == null) {
            time = new ProgrammeClock(first.arrivedNanos());
        }
        reel = null;
        splicer.begin(time.ticksAt(first.arrivedNanos()));
    }

    private void pass(TsChunk chunk, long now) {
        splicer.accept(
                        chunk.packets(),
                        0,
                        chunk.length(),
                        chunk.keyFrame(),
                        ticksAt(chunk.arrivedNanos()),
                        now)
                .forEach(out);
    }

    /// Nobody honest sends that much in half a second.
    private void keep(TsChunk chunk) {
        if (keptBytes + chunk.length() > MOST_KEPT) {
            forget();
        }
        kept.add(chunk);
        keptBytes += chunk.length();
    }

    private void forget() {
        kept.clear();
        keptBytes = 0;
    }

    private void lookAtShelf(FeedFacts facts, long now) {
        if (splicer.isSoundAlone()) {
            offer = SILENCE;
            return;
        }
        var early = now - lookedAtShelf < LOOK_AT_SHELF_NANOS;
        if (early || reel != null || facts.video().isEmpty() || time == null) {
            return;
        }
        lookedAtShelf = now;
        offer = slates.offer(streamer, facts);
    }

    private void cover(Covered covered, long now) {
        if (covered.cover() != Cover.STILL
                && reel == null
                && offer instanceof SlateOffer.Ready ready) {
            reel = new SlateReel(ready, splicer, clock, out);
        }
        var playing = reel;
        if (playing == null) {
            still(now);
            return;
        }
        try {
            playing.play(ticksAt(now), now);
        } catch (IOException gone) {
            LOG.warn("{}: the slate cannot be read: {}", streamer, gone.getMessage());
            reel = null;
            offer = new SlateOffer.Preparing();
        }
    }

    private void still(long now) {
        if (now - lastStill >= (splicer.isSoundAlone() ? SILENCE_NANOS : STILL_NANOS)) {
            lastStill = now;
            splicer.still(ticksAt(now), now).forEach(out);
        }
    }

    private long ticksAt(long nanos) {
        return time == null ? 0 : time.ticksAt(nanos);
    }
}
