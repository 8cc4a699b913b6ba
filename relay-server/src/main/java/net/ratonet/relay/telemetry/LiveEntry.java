package net.ratonet.relay.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.relay.privacy.PositionScreen;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.privacy.TimedFix;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;
import org.jspecify.annotations.Nullable;

/// One streamer, from the first source that comes to the last one that goes. Any thread may call;
/// this object's monitor also spans the telling, so that its events keep their order.
final class LiveEntry {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final StreamerId id;
    private final Supplier<PrivacyRules> rules;
    private final Audience audience;
    private final SourceRoster sources = new SourceRoster();
    private final LiveReadings readings = new LiveReadings();
    private final PositionScreen screen = new PositionScreen();

    /// What the trusted know; null before the first source has come and after the last has gone.
    private volatile @Nullable LiveStreamer raw;

    /// What the world was told last.
    private @Nullable LiveStreamer shown;

    private Instant clock = Instant.MIN;
    private boolean gone;

    LiveEntry(StreamerId id, Supplier<PrivacyRules> rules, Audience audience) {
        this.id = id;
        this.rules = rules;
        this.audience = audience;
    }

    Optional<LiveStreamer> raw() {
        return Optional.ofNullable(raw);
    }

    synchronized Optional<LiveStreamer> visible(Instant now) {
        return raw().map(live -> visible(live, forward(now)));
    }

    synchronized boolean isGone() {
        return gone;
    }

    /// False when the streamer went offline in the meantime; then this object is history.
    synchronized boolean connected(SourceId source, Instant at) {
        if (gone) {
            return false;
        }
        join(source, forward(at));
        return true;
    }

    /// False as above.
    synchronized boolean report(SourceId source, Reading reading, Instant measuredAt, Instant at) {
        if (gone) {
            return false;
        }
        var now = forward(at);
        join(source, now);
        // A device whose clock is ahead would otherwise be right for ever.
        var truth = measuredAt.isAfter(now) ? now : measuredAt;
        if (reading instanceof GeoFix fix) {
            moved(source, new TimedFix(fix, truth, now));
        } else if (readings.take(source, reading, truth, now)) {
            changed(Set.of(Part.of(reading)), now);
        }
        return true;
    }

    synchronized void disconnected(SourceId source, Instant at) {
        leave(source, FieldNote.Leave.CLOSED, forward(at));
    }

    synchronized void judged(StreamHealth health) {
        if (raw != null && readings.judge(health)) {
            changed(Set.of(Part.HEALTH), clock);
        }
    }

    synchronized void named(PlaceName place) {
        if (raw == null) {
            return;
        }
        screen.named(rules.get(), place, clock);
        if (readings.name(place.full())) {
            changed(Set.of(Part.PLACE), clock);
        } else {
            tellWorld(Set.of(), clock);
        }
    }

    /// Lets silent sources go and due positions out.
    synchronized void sweep(Instant at) {
        var now = forward(at);
        sources.silentFor(SILENCE, now)
                .forEach(source -> leave(source, FieldNote.Leave.SILENT, now));
        tellWorld(Set.of(), now);
    }

    synchronized void goOffline() {
        if (gone) {
            return;
        }
        gone = true;
        raw = null;
        audience.trusted().tell(new BoardEvent.WentOffline(id));
        audience.world().tell(new BoardEvent.WentOffline(id));
    }

    private void join(SourceId source, Instant now) {
        if (raw == null) {
            comeOnline(now);
        }
        if (!sources.has(source)) {
            if (sources.isFull()) {
                return;
            }
            audience.notes().tell(new FieldNote.SourceJoined(id, source.kind(), now));
        }
        sources.hear(source, now);
    }

    private void comeOnline(Instant now) {
        var live = readings.snapshot(id, now, now);
        raw = live;
        shown = live;
        audience.trusted().tell(new BoardEvent.CameOnline(live));
        audience.world().tell(new BoardEvent.CameOnline(live));
    }

    private void leave(SourceId source, FieldNote.Leave how, Instant now) {
        if (gone || !sources.leave(source)) {
            return;
        }
        audience.notes().tell(new FieldNote.SourceLeft(id, source.kind(), now, how));
        if (sources.isEmpty()) {
            goOffline();
            return;
        }
        if (readings.isPlacedBy(source)) {
            screen.stop();
        }
        var lost = readings.forget(source);
        if (lost.isEmpty()) {
            tellWorld(lost, now);
        } else {
            changed(lost, now);
        }
    }

    private void moved(SourceId source, TimedFix fix) {
        switch (readings.takeFix(source, fix)) {
            case NEWEST -> {
                screen.moved(rules.get(), fix);
                note(fix, true, screen.mayAskElsewhere(rules.get()));
                changed(Set.of(Part.GPS), fix.arrivedAt());
            }
            case LATE -> note(fix, false, false);
            case WORTHLESS -> {}
        }
    }

    private void note(TimedFix fix, boolean newest, boolean mayAskElsewhere) {
        audience.notes().tell(new FieldNote.Fix(id, fix, newest, mayAskElsewhere));
    }

    private void changed(Set<Part> parts, Instant now) {
        var before = raw;
        if (before == null) {
            return;
        }
        var live = readings.snapshot(id, before.liveSince(), now);
        raw = live;
        audience.trusted().tell(new BoardEvent.Updated(live, parts));
        tellWorld(parts, now);
    }

    /// Tells the world of the parts that are open to it, and of position and place when what it may
    /// know of them has changed.
    private void tellWorld(Set<Part> changed, Instant now) {
        var live = raw;
        var before = shown;
        if (live == null || before == null) {
            return;
        }
        var next = visible(live, now);
        var parts = EnumSet.noneOf(Part.class);
        parts.addAll(changed);
        setPresent(parts, Part.GPS, !next.position().equals(before.position()));
        setPresent(parts, Part.PLACE, !next.locationName().equals(before.locationName()));
        if (!parts.isEmpty()) {
            shown = next;
            audience.world().tell(new BoardEvent.Updated(next, parts));
        }
    }

    private LiveStreamer visible(LiveStreamer live, Instant now) {
        var open = screen.look(rules.get(), now);
        var hidesNothing =
                open.position().equals(live.position()) && open.place().equals(live.locationName());
        return hidesNothing ? live : live.at(open.position(), open.place());
    }

    private static void setPresent(Set<Part> parts, Part part, boolean present) {
        if (present) {
            parts.add(part);
        } else {
            parts.remove(part);
        }
    }

    /// Callers on several threads may be a moment out of order; nothing here goes back in time.
    private Instant forward(Instant at) {
        if (at.isAfter(clock)) {
            clock = at;
        }
        return clock;
    }
}
