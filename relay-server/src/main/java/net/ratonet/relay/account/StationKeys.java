package net.ratonet.relay.account;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.StreamerId;

/// The keys of stations. Any thread may call: reading is from memory and never waits; a change is
/// durable when its method returns, and has not happened when it throws.
public final class StationKeys {

    public static final int MOST = 20;
    public static final int LONGEST_NAME = 80;

    /// A station on a bad network comes and goes every few seconds; that is not worth a write each.
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final KeyMaker keys;
    private final InstantSource clock;

    StationKeys(Accounts accounts, KeyMaker keys, InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /// All of a streamer, oldest first.
    public List<StationKey> of(StreamerId id) {
        return accounts.kept(id).map(KeptAccount::stationKeys).orElse(List.of());
    }

    /// The station's key that this is, if it is one and not the account's own.
    public Optional<StationKey> find(String key) {
        var hash = KeyHash.of(key);
        return accounts.keptByApiKey(hash).stream()
                .flatMap(kept -> kept.stationKeys().stream())
                .filter(station -> station.key().equals(hash))
                .findFirst();
    }

    public boolean hasRoom(StreamerId id) {
        return of(id).size() < MOST;
    }

    /// Empty when the streamer has [#MOST] already.
    ///
    /// @param name may be empty; then the station gets a number
    public Optional<NewStationKey> create(StreamerId id, String name) throws IOException {
        var key = keys.apiKey();
        var made =
                new StationKey(
                        keys.shortId(),
                        name,
                        KeyHash.of(key),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Optional.empty());
        accounts.update(id, kept -> kept.withStationKeys(added(kept.stationKeys(), made)));
        return of(id).stream()
                .filter(station -> station.id().equals(made.id()))
                .findFirst()
                .map(station -> new NewStationKey(station, key));
    }

    /// False when the streamer has no such station.
    public boolean revoke(StreamerId id, String stationId) throws IOException {
        var before =
                accounts.update(
                        id,
                        kept ->
                                kept.withStationKeys(
                                        kept.stationKeys().stream()
                                                .filter(key -> !key.id().equals(stationId))
                                                .toList()));
        return before.stationKeys().stream().anyMatch(key -> key.id().equals(stationId));
    }

    /// Remembers that the station is there now.
    public void seen(StreamerId id, String stationId) throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        accounts.update(
                id,
                kept ->
                        kept.withStationKeys(
                                changed(
                                        kept.stationKeys(),
                                        key ->
                                                key.id().equals(stationId) && isNews(key, now)
                                                        ? key.seen(now)
                                                        : key)));
    }

    private static boolean isNews(StationKey key, Instant now) {
        return key.lastSeen().map(seen -> !now.isBefore(seen.plus(SEEN_STEP))).orElse(true);
    }

    private static List<StationKey> changed(
            List<StationKey> before, UnaryOperator<StationKey> change) {
        return before.stream().map(change).toList();
    }

    private static List<StationKey> added(List<StationKey> before, StationKey made) {
        return before.size() >= MOST
                ? before
                : Stream.concat(before.stream(), Stream.of(named(made, before))).toList();
    }

    private static StationKey named(StationKey made, List<StationKey> before) {
        if (!made.name().isBlank()) {
            return made;
        }
        var names = before.stream().map(StationKey::name).toList();
        var name =
                Stream.iterate(1, number -> number + 1)
                        .map(number -> "Station " + number)
                        .filter(free -> !names.contains(free))
                        .findFirst()
                        .orElseThrow();
        return new StationKey(made.id(), name, made.key(), made.createdAt(), made.lastSeen());
    }
}
