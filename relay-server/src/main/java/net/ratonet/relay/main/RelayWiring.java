package net.ratonet.relay.main;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.UnknownAccountException;
import net.ratonet.relay.admin.AdminToken;
import net.ratonet.relay.channel.AssetId;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.config.RelayConfig;
import net.ratonet.relay.health.HealthJudge;
import net.ratonet.relay.health.HealthRules;
import net.ratonet.relay.health.HealthThresholds;
import net.ratonet.relay.place.PlaceFinder;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.scene.obs.ObsTarget;
import net.ratonet.relay.scene.obs.SceneDoor;
import net.ratonet.relay.scene.obs.SceneLoop;
import net.ratonet.relay.scene.obs.WebSocketObsConnector;
import net.ratonet.relay.scene.settings.ObsBook;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.relay.store.Database;
import net.ratonet.relay.store.RelayStore;
import net.ratonet.relay.telemetry.BoardEvent;
import net.ratonet.relay.telemetry.FieldNote;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.history.SessionId;
import net.ratonet.relay.telemetry.history.SessionRecorder;
import net.ratonet.relay.web.MediaParts;
import net.ratonet.relay.web.WebParts;
import net.ratonet.relay.web.WebServer;
import net.ratonet.relay.web.http.Limits;
import net.ratonet.relay.web.http.Readiness;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// Builds the relay in the order in which data flows, and closes it in reverse. It alone knows
/// everything.
final class RelayWiring implements AutoCloseable {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final RelayConfig config;
    private final RelaySwitches switches;
    private final InstantSource clock = InstantSource.system();
    private final Ticker ticker = Ticker.system();
    private final SecureRandom random = new SecureRandom();
    private final KeyMaker keys = new KeyMaker(random);
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private RelayWiring(RelayConfig config, RelaySwitches switches) {
        this.config = config;
        this.switches = switches;
    }

    /// A relay that runs.
    ///
    /// @param port where the web door really is
    /// @param newAdminToken made at this start: to print now or never
    record Started(RelayWiring wiring, int port, Optional<String> newAdminToken) {
        @Override
        public String toString() {
            return "Started[%d]".formatted(port);
        }
    }

    static Started start(RelayConfig config) throws IOException {
        return start(config, RelaySwitches.ALL);
    }

    static Started start(RelayConfig config, RelaySwitches switches) throws IOException {
        var wiring = new RelayWiring(config, switches);
        try {
            return wiring.build();
        } catch (IOException | RuntimeException mistake) {
            wiring.close();
            throw mistake;
        }
    }

    private Started build() throws IOException {
        var store = keep(RelayStore.open(config.store().database(), random, clock));
        var accounts = Accounts.open(store.accounts(), keys, clock, config.store().autoApprove());
        var admin = AdminToken.open(config.web().adminToken(), store.adminToken(), keys);
        var board = new LiveBoard(id -> privacy(accounts, id));
        record(board, store);
        namePlaces(board, store);
        var obs = ObsBook.open(store.obsSettings());
        var scenes = keep(new SceneDesk(obsOf(accounts, obs), this::startLoop));
        accounts.onRemoved(obs::forget);
        accounts.onRemoved(scenes::remove);
        var channels = ChannelBook.open(store.channels(), keys, clock, config.language());
        var assets = slateAssets();
        var media = media(accounts, channels, assets);
        accounts.onRemoved(media.control()::forget);
        var presence = presence(accounts, board, media.feeds());
        keep(
                new Heartbeat()
                        .every(SWEEP, presence::beat)
                        .every(SWEEP, () -> board.sweep(clock.instant()))
                        .every(config.health().interval(), judging(board, scenes, presence)));
        var mediaParts =
                new MediaParts(media.control(), channels, media.keys(), assets, media.ports());
        var web =
                keep(
                        new WebServer(
                                webParts(
                                        accounts,
                                        admin.token(),
                                        board,
                                        store,
                                        obs,
                                        scenes,
                                        mediaParts)));
        var port = switches.web() ? web.start() : 0;
        if (admin.shownOnce().isPresent()) {
            admin.token().keep(store.adminToken());
        }
        return new Started(this, port, admin.shownOnce());
    }

    /// An account can vanish between a report and its rules; what is left of it stays hidden.
    private static PrivacyRules privacy(Accounts accounts, StreamerId id) {
        try {
            return accounts.privacy(id);
        } catch (UnknownAccountException _) {
            return PrivacyRules.OPEN.stopped();
        }
    }

    private void record(LiveBoard board, RelayStore store) throws IOException {
        var recorder =
                new SessionRecorder(
                        board,
                        store.sessions(),
                        () -> new SessionId(random.nextLong()),
                        config.store().historyRetention(),
                        clock);
        recorder.start();
        keep(recorder);
    }

    private void namePlaces(LiveBoard board, RelayStore store) {
        var finder =
                keep(
                        new PlaceFinder(
                                config.place(),
                                RelayVersion.text(),
                                store.places(),
                                board::named,
                                new PlaceFinder.Clocks(clock, ticker)));
        board.subscribeNotes(note -> look(finder, note));
        board.subscribe(event -> {
            if (event instanceof BoardEvent.WentOffline(var id)) {
                finder.withdraw(id);
            }
        });
        finder.start();
    }

    private static void look(PlaceFinder finder, FieldNote note) {
        if (note instanceof FieldNote.Fix(var id, var fix, var newest, var mayAsk) && newest) {
            if (mayAsk) {
                finder.moved(id, fix.fix().lat(), fix.fix().lng());
            } else {
                finder.withdraw(id);
            }
        }
    }

    private Function<StreamerId, Optional<ObsTarget>> obsOf(Accounts accounts, ObsBook obs) {
        return switches.obs()
                ? new ObsChoice(accounts, obs, config.obs())::of
                : _ -> Optional.empty();
    }

    private SceneLoop startLoop(StreamerId id, ObsTarget target) {
        return new SceneLoop(
                        id,
                        target.settings().rules(),
                        new WebSocketObsConnector(target),
                        ticker,
                        clock,
                        random)
                .start();
    }

    private MediaPresence presence(Accounts accounts, LiveBoard board, LiveFeeds feeds) {
        var presence = new MediaPresence(feeds, board, clock, ticker);
        feeds.subscribe(presence::hear);
        accounts.onRemoved(presence::forget);
        return presence;
    }

    private Runnable judging(LiveBoard board, SceneDesk scenes, MediaPresence presence) {
        var limits = config.health();
        var rules =
                HealthRules.of(
                        new HealthThresholds(limits.degraded(), limits.critical(), limits.down()));
        var desk =
                new HealthDesk(
                        board, new HealthJudge(rules), presence::media, scenes, config.language());
        return () -> desk.beat(clock.instant(), ticker.nowNanos());
    }

    private MediaWiring.Started media(Accounts accounts, ChannelBook channels, SlateAssets assets)
            throws IOException {
        return keep(new MediaWiring(
                        config.media(), accounts, channels, assets, switches, clock, random))
                .start();
    }

    private SlateAssets slateAssets() {
        return new SlateAssets(
                config.media().folder().resolve("slates"),
                config.media().slate().bytesPerStreamer(),
                () -> new AssetId(keys.shortId()));
    }

    private WebParts webParts(
            Accounts accounts,
            AdminToken admin,
            LiveBoard board,
            RelayStore store,
            ObsBook obs,
            SceneDoor scenes,
            MediaParts media) {
        return new WebParts(
                config.web(),
                config.field(),
                Limits.of(config.requestsPerSecond()),
                accounts,
                admin,
                store.audit(),
                board,
                store.sessions(),
                obs,
                scenes,
                media,
                () -> readiness(store),
                gauges(store.database()),
                clock,
                ticker,
                random);
    }

    private static Map<String, Supplier<Number>> gauges(Database database) {
        return Map.of(
                "ratonet_store_waiting_writes", database::waitingWrites,
                "ratonet_store_lost_writes", database::lostWrites);
    }

    private static Readiness readiness(RelayStore store) {
        if (!store.database().isWriting()) {
            return new Readiness.NotReady("nothing can be stored until the relay is restarted");
        }
        return store.database().waitingWrites() < 1_000
                ? new Readiness.Ready()
                : new Readiness.NotReady("the disk is too slow for what is written");
    }

    @Override
    public void close() {
        Closing.all(parts);
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }
}
