package net.ratonet.relay.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import net.ratonet.relay.privacy.PlaceName;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.flow.Latest.Subscription;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;

/// Who is live, and what is known of them. Any thread may call. Listeners run on the calling thread
/// while that streamer, and no other, is held: they must only hand the event on.
public final class LiveBoard {

    private final Map<StreamerId, LiveEntry> entries = new ConcurrentHashMap<>();
    private final Audience audience = new Audience();
    private final Function<StreamerId, PrivacyRules> rules;

    /// @param rules looked up at every step, so it must be quick and safe on any thread
    public LiveBoard(Function<StreamerId, PrivacyRules> rules) {
        this.rules = rules;
    }

    /// A source has come, or has shown with something that is no reading that it is still there.
    public void connected(StreamerId id, SourceId source, Instant now) {
        onLive(id, entry -> entry.connected(source, now));
    }

    /// A source reports; one that is not known to be there has thereby come.
    public void report(
            StreamerId id, SourceId source, Reading reading, Instant measuredAt, Instant now) {
        onLive(id, entry -> entry.report(source, reading, measuredAt, now));
    }

    public void disconnected(StreamerId id, SourceId source, Instant now) {
        ifLive(id, entry -> entry.disconnected(source, now));
    }

    /// The relay's own verdict on the stream.
    public void judged(StreamerId id, StreamHealth health) {
        ifLive(id, entry -> entry.judged(health));
    }

    public void named(StreamerId id, PlaceName place) {
        ifLive(id, entry -> entry.named(place));
    }

    /// The streamer has changed the privacy rules: what they hide goes at once.
    public void privacyChanged(StreamerId id, Instant now) {
        ifLive(id, entry -> entry.sweep(now));
    }

    /// To be called each second: sources that fell silent go, delayed positions come out.
    public void sweep(Instant now) {
        entries.keySet().forEach(id -> ifLive(id, entry -> entry.sweep(now)));
    }

    /// The account is no more.
    public void remove(StreamerId id) {
        ifLive(id, LiveEntry::goOffline);
    }

    /// Everything known: for the streamer and the admin only.
    public Optional<LiveStreamer> raw(StreamerId id) {
        return Optional.ofNullable(entries.get(id)).flatMap(LiveEntry::raw);
    }

    public List<LiveStreamer> allRaw() {
        return entries.values().stream().flatMap(entry -> entry.raw().stream()).toList();
    }

    /// What the streamer's privacy rules let the world know.
    public Optional<LiveStreamer> visible(StreamerId id, Instant now) {
        return Optional.ofNullable(entries.get(id)).flatMap(entry -> entry.visible(now));
    }

    public List<LiveStreamer> allVisible(Instant now) {
        return entries.values().stream().flatMap(entry -> entry.visible(now).stream()).toList();
    }

    /// Events for those who may know everything.
    public Subscription subscribe(Consumer<? super BoardEvent> listener) {
        return audience.trusted().add(listener);
    }

    /// Events for the world.
    public Subscription subscribeVisible(Consumer<? super BoardEvent> listener) {
        return audience.world().add(listener);
    }

    public Subscription subscribeNotes(Consumer<? super FieldNote> listener) {
        return audience.notes().add(listener);
    }

    private void onLive(StreamerId id, Predicate<LiveEntry> change) {
        while (true) {
            var entry = entries.computeIfAbsent(id, this::newEntry);
            if (change.test(entry)) {
                return;
            }
            entries.remove(id, entry);
        }
    }

    private void ifLive(StreamerId id, Consumer<LiveEntry> change) {
        var entry = entries.get(id);
        if (entry != null) {
            change.accept(entry);
            if (entry.isGone()) {
                entries.remove(id, entry);
            }
        }
    }

    private LiveEntry newEntry(StreamerId id) {
        return new LiveEntry(id, () -> rules.apply(id), audience);
    }
}
