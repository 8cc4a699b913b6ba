package net.ratonet.relay.web.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.OverlayGrant;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.LiveStreamer;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;

/// The answers that thousands ask for every second, encoded at most ten times a second. Any thread
/// may ask.
public final class PublicBoard {

    private static final long OLDEST_NANOS = Duration.ofMillis(100).toNanos();

    private final Accounts accounts;
    private final LiveBoard board;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Renewed<Encoded> streamers;
    private final Renewed<Encoded> health;
    private final Renewed<Counts> counts;
    private final Map<StreamerId, Map<OverlayGrant, Renewed<Encoded>>> overlays =
            new ConcurrentHashMap<>();

    public PublicBoard(Accounts accounts, LiveBoard board, InstantSource clock, Ticker ticker) {
        this.accounts = accounts;
        this.board = board;
        this.clock = clock;
        this.ticker = ticker;
        this.streamers = renewed(() -> Encoded.of(allStreamers()));
        this.health = renewed(() -> Encoded.of(allHealth()));
        this.counts = renewed(this::count);
    }

    /// How many streamers there are.
    public record Counts(int registered, int approved, int online) {}

    /// Approved streamers, live or not.
    public Encoded streamers() {
        return streamers.get();
    }

    public Encoded health() {
        return health.get();
    }

    public Counts counts() {
        return counts.get();
    }

    public Optional<LiveStreamer> visible(StreamerId id) {
        return board.visible(id, clock.instant());
    }

    /// What the holder of an overlay key sees; empty when the streamer is no more.
    public Optional<Encoded> overlay(OverlayGrant grant) {
        var id = grant.streamer();
        if (accounts.byId(id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                overlays.computeIfAbsent(id, _ -> new ConcurrentHashMap<>())
                        .computeIfAbsent(grant, _ -> renewed(() -> Encoded.of(overlayData(grant))))
                        .get());
    }

    /// Forgets what it holds, because a streamer hides something at once.
    public void expire(StreamerId id) {
        streamers.expire();
        overlays.remove(id);
    }

    private <T> Renewed<T> renewed(Supplier<T> maker) {
        return new Renewed<>(maker, OLDEST_NANOS, ticker);
    }

    private JsonNode allStreamers() {
        var out = Json.array();
        for (var account : accounts.all()) {
            if (account.approved()) {
                out.add(StreamerJson.whole(account, visible(account.id())));
            }
        }
        return out;
    }

    private JsonNode allHealth() {
        var out = Json.object();
        for (var live : board.allVisible(clock.instant())) {
            accounts.byId(live.id())
                    .ifPresent(account -> out.set(live.id().value(), healthOf(account, live)));
        }
        return out;
    }

    private static JsonNode healthOf(Account account, LiveStreamer live) {
        return Json.object().put("name", account.name()).set("health", OverlayView.health(live));
    }

    private Counts count() {
        var all = accounts.all();
        var approved = (int) all.stream().filter(Account::approved).count();
        return new Counts(all.size(), approved, board.allRaw().size());
    }

    private JsonNode overlayData(OverlayGrant grant) {
        var name = accounts.byId(grant.streamer()).map(Account::name).orElse("");
        return OverlayView.of(grant, name, visible(grant.streamer()));
    }
}
