package net.ratonet.relay.main;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.UnknownAccountException;
import net.ratonet.relay.admin.AdminToken;
import net.ratonet.relay.channel.AssetId;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.channel.ChannelKeys;
import net.ratonet.relay.channel.IngestPorts;
import net.ratonet.relay.channel.SlateAssets;
import net.ratonet.relay.config.RelayConfig;
import net.ratonet.relay.control.ClosedDoors;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.control.MediaDesks;
import net.ratonet.relay.health.HealthJudge;
import net.ratonet.relay.health.HealthRules;
import net.ratonet.relay.health.HealthThresholds;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.place.PlaceFinder;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.scene.obs.ObsTarget;
import net.ratonet.relay.scene.obs.SceneDoor;
import net.ratonet.relay.scene.obs.SceneLoop;
import net.ratonet.relay.scene.obs.WebSocketObsConnector;
import net.ratonet.relay.scene.settings.ObsBook;
import net.ratonet.relay.session.FeedsConfig;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the relay in the order in which data flows, and closes it in reverse. It alone knows
/// everything.
final class RelayWiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayWiring.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final RelayConfig config;
    private final InstantSource clock = InstantSource.system();
    private final Ticker ticker = Ticker.system();
    private final SecureRandom random = new SecureRandom();
    private final KeyMaker keys = new KeyMaker(random);
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private RelayWiring(RelayConfig config) {
        this.config = config;
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
        var wiring = new RelayWiring(config);
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
        var scenes =
                keep(
                        new SceneDesk(
                                new ObsChoice(accounts, obs, config.obs())::of, this::startLoop));
        accounts.onRemoved(obs::forget);
        accounts.onRemoved(scenes::remove);
        keep(
                new Heartbeat()
                        .every(SWEEP, () -> board.sweep(clock.instant()))
                        .every(config.health().interval(), judging(board, scenes)));
        var media = media(accounts, store);
        accounts.onRemoved(media.control()::forget);
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
                                        media)));
        var port = web.start();
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

    private Runnable judging(LiveBoard board, SceneDesk scenes) {
        var limits = config.health();
        var rules =
                HealthRules.of(
                        new HealthThresholds(limits.degraded(), limits.critical(), limits.down()));
        var desk =
                new HealthDesk(
                        board,
                        new HealthJudge(rules),
                        _ -> new Media.Unseen(),
                        scenes,
                        config.language());
        return () -> desk.beat(clock.instant(), ticker.nowNanos());
    }

    private MediaParts media(Accounts accounts, RelayStore store) throws IOException {
        var settings = config.media();
        var channels = ChannelBook.open(store.channels(), keys, clock, config.language());
        var assets =
                new SlateAssets(
                        settings.folder().resolve("slates"),
                        settings.slate().bytesPerStreamer(),
                        () -> new AssetId(keys.shortId()));
        var closed = new ClosedDoors();
        var feeds = keep(new LiveFeeds(FeedsConfig.DEFAULT, ticker));
        var desks = new MediaDesks(feeds, closed, closed, closed, _ -> {}, List::of);
        return new MediaParts(
                keep(new MediaControl(channels, assets, desks, ticker)),
                channels,
                new ChannelKeys(channels, accounts, settings.srt()),
                assets,
                new IngestPorts(
                        settings.srt().basePort(), settings.srtla().port(), settings.rtmpPort()));
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
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception mistake) {
                LOG.warn("{} did not close", part.getClass().getSimpleName(), mistake);
            }
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }
}
