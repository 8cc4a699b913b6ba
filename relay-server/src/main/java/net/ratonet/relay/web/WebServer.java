package net.ratonet.relay.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.json.JavalinJackson3;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.relay.account.KeyMaker;
import net.ratonet.relay.account.PairingCodes;
import net.ratonet.relay.admin.AttemptLimiter;
import net.ratonet.relay.admin.AuditEvent;
import net.ratonet.relay.telemetry.BoardEvent;
import net.ratonet.relay.web.api.AccountRoutes;
import net.ratonet.relay.web.api.AdminMediaRoutes;
import net.ratonet.relay.web.api.AdminRoutes;
import net.ratonet.relay.web.api.AuditRoutes;
import net.ratonet.relay.web.api.ChannelRoutes;
import net.ratonet.relay.web.api.DestinationRoutes;
import net.ratonet.relay.web.api.HealthzRoutes;
import net.ratonet.relay.web.api.HistoryRoutes;
import net.ratonet.relay.web.api.KeyRoutes;
import net.ratonet.relay.web.api.LocationRoutes;
import net.ratonet.relay.web.api.MediaRoutes;
import net.ratonet.relay.web.api.ObsRoutes;
import net.ratonet.relay.web.api.OverlayRoutes;
import net.ratonet.relay.web.api.PairingRoutes;
import net.ratonet.relay.web.api.PlayRoutes;
import net.ratonet.relay.web.api.PlayTokenRoutes;
import net.ratonet.relay.web.api.PrivacyRoutes;
import net.ratonet.relay.web.api.PublicRoutes;
import net.ratonet.relay.web.api.RealtimeIrlRoutes;
import net.ratonet.relay.web.api.RecordingRoutes;
import net.ratonet.relay.web.api.SceneRoutes;
import net.ratonet.relay.web.api.SlateRoutes;
import net.ratonet.relay.web.api.StationOrderRoutes;
import net.ratonet.relay.web.api.StationRoutes;
import net.ratonet.relay.web.api.StatisticsRoutes;
import net.ratonet.relay.web.api.UplinkTestRoutes;
import net.ratonet.relay.web.docs.OpenApiDocument;
import net.ratonet.relay.web.http.Cors;
import net.ratonet.relay.web.http.Failures;
import net.ratonet.relay.web.http.Gate;
import net.ratonet.relay.web.http.Limits;
import net.ratonet.relay.web.http.Payload;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.RouteMount;
import net.ratonet.relay.web.http.RouteWatch;
import net.ratonet.relay.web.live.DashboardHub;
import net.ratonet.relay.web.live.DashboardSocket;
import net.ratonet.relay.web.live.FieldDesk;
import net.ratonet.relay.web.live.FieldSocket;
import net.ratonet.relay.web.live.FieldTally;
import net.ratonet.relay.web.live.PublicBoard;
import net.ratonet.relay.web.live.StationDesk;
import net.ratonet.relay.web.login.Doorkeeper;
import net.ratonet.relay.web.login.LoginRoutes;
import net.ratonet.relay.web.login.Person;
import net.ratonet.relay.web.login.Sessions;
import net.ratonet.relay.web.page.PageRoutes;
import net.ratonet.shared.flow.Latest.Subscription;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relay's web door: API, sockets and pages on one port. Start and close from one thread; in
/// between it works on threads of its own.
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int GOING_AWAY = 1001;

    private final WebParts parts;
    private final DashboardHub hub;
    private final FieldDesk desk;
    private final FieldTally tally = new FieldTally();
    private final Sessions sessions;
    private final PublicBoard board;
    private final WebMetrics metrics;
    private final Javalin javalin;
    private final List<Subscription> subscriptions;

    public WebServer(WebParts parts) {
        this.parts = parts;
        this.desk = new FieldDesk(new StationDesk(parts.clock(), parts.ticker()));
        this.hub = new DashboardHub(parts.accounts()::byId, parts.ticker());
        this.sessions = new Sessions(parts.clock(), parts.random());
        this.board =
                new PublicBoard(parts.accounts(), parts.board(), parts.clock(), parts.ticker());
        this.metrics =
                new WebMetrics(
                        new StreamerMetrics(parts.board()::allRaw),
                        parts.media().control().metrics());
        this.metrics.watch(hub, desk, tally);
        this.metrics.watch(parts.gauges());
        this.javalin = Javalin.create(this::configure);
        this.subscriptions =
                List.of(
                        parts.board().subscribeVisible(hub::tell),
                        parts.accounts().onRemoved(this::removed));
    }

    /// Loads what a web server needs on a thread of its own, by making one and throwing it away, so
    /// that a start need not do it after the database. It only saves time.
    public static void warmUp() {
        Thread.ofPlatform()
                .daemon()
                .name("web-warm-up")
                .start(() -> Javalin.create(WebServer::warm));
    }

    /// Listens; answers the port, which matters when any free one was asked for. The message of a
    /// failure is for the operator.
    public int start() throws IOException {
        hub.start(parts.board().allVisible(parts.clock().instant()));
        listen();
        LOG.info("Web and API on port {}", javalin.port());
        return javalin.port();
    }

    private void listen() throws IOException {
        try {
            javalin.start();
        } catch (JavalinException failure) {
            throw new IOException(
                    "nobody can listen on %s, port %d: it is taken, or not of this machine. Choose another by DASHBOARD_HOST and DASHBOARD_PORT."
                            .formatted(parts.config().host(), parts.config().port()),
                    failure);
        }
    }

    /// The routes of the API, as the document describes them and the server has them.
    List<RouteGroup> groups() {
        var accounts = parts.accounts();
        var clock = parts.clock();
        var control = parts.media().control();
        var door = door();
        var groups = new ArrayList<RouteGroup>();
        groups.addAll(mediaGroups());
        groups.addAll(
                List.of(
                        new AccountRoutes(accounts, parts.board(), parts.field()),
                        new LoginRoutes(accounts, sessions, door),
                        new DestinationRoutes(accounts, control.outputs()),
                        new KeyRoutes(accounts, desk, sessions, control),
                        pairing(),
                        new StationRoutes(accounts.stations(), desk),
                        new StationOrderRoutes(desk.stations(), accounts, parts.audit()),
                        new UplinkTestRoutes(parts.ticker()),
                        new PrivacyRoutes(accounts, parts.board(), board, clock),
                        new HistoryRoutes(parts.history(), clock),
                        new LocationRoutes(parts.board(), clock),
                        new PublicRoutes(accounts, board, desk, hub::dashboards),
                        new OverlayRoutes(accounts, board),
                        new RealtimeIrlRoutes(accounts, parts.board(), board, clock),
                        new StatisticsRoutes(accounts, parts.board(), control::statistics, clock),
                        new ObsRoutes(parts.obs()),
                        new SceneRoutes(parts.scenes()),
                        new AdminRoutes(accounts, parts.board(), board, desk, hub::dashboards),
                        new AuditRoutes(parts.audit()),
                        new HealthzRoutes(parts.readiness(), metrics::page)));
        return List.copyOf(groups);
    }

    private List<RouteGroup> mediaGroups() {
        var media = parts.media();
        var control = media.control();
        return List.of(
                new ChannelRoutes(
                        control, media.channels(), media.keys(), media.assets(), media.ports()),
                new PlayTokenRoutes(control, media.channels(), media.keys(), media.ports()),
                new SlateRoutes(media.channels(), media.assets()),
                new MediaRoutes(control),
                new RecordingRoutes(control),
                new PlayRoutes(parts.accounts(), media.channels(), control),
                new AdminMediaRoutes(control, media.ports()));
    }

    private PairingRoutes pairing() {
        return new PairingRoutes(
                parts.accounts(),
                new PairingCodes(new KeyMaker(parts.random()), parts.clock()),
                parts.field(),
                new AttemptLimiter(parts.ticker()));
    }

    private Doorkeeper door() {
        return new Doorkeeper(
                parts.accounts(),
                parts.adminToken(),
                sessions,
                new AttemptLimiter(parts.ticker()),
                parts.audit());
    }

    private static void warm(JavalinConfig config) {
        basics(config);
        new JettySetup("127.0.0.1", 0, Limits.of(0)).apply(config.jetty);
        Failures.mount(config.routes);
    }

    private void configure(JavalinConfig config) {
        basics(config);
        new JettySetup(parts.config().host(), parts.config().port(), parts.limits())
                .apply(config.jetty);
        routes(config.routes);
    }

    private static void basics(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = true;
        config.jsonMapper(new JavalinJackson3(Json.mapper(), true));
    }

    private void routes(RoutesConfig routes) {
        var gate =
                new Gate(
                        new Cors(parts.config().corsOrigins()),
                        parts.config().trustProxy(),
                        parts.limits(),
                        parts.ticker());
        var groups = groups();
        var mount = new RouteMount(door(), gate, metrics.and(this::audit));
        routes.before(gate::before);
        routes.wsBeforeUpgrade(gate::beforeUpgrade);
        groups.stream().flatMap(g -> g.routes().stream()).forEach(r -> mount.mount(routes, r));
        var document = Payload.json(OpenApiDocument.of(groups));
        new PageRoutes(document).mount(routes);
        sockets(routes);
        Failures.mount(routes);
    }

    private void sockets(RoutesConfig routes) {
        var field =
                new FieldSocket(
                        parts.accounts(),
                        parts.board(),
                        desk,
                        tally,
                        parts.clock(),
                        parts.ticker());
        routes.ws(FieldSocket.PATH, field::configure);
        routes.ws(DashboardSocket.PATH, new DashboardSocket(hub, parts.limits())::configure);
    }

    private void audit(RouteWatch.Answered call) {
        call.route()
                .auditedAs()
                .filter(_ -> call.status() < 300)
                .ifPresent(action ->
                        parts.audit()
                                .record(
                                        new AuditEvent(
                                                "admin",
                                                action,
                                                call.subject(),
                                                call.address(),
                                                "done")));
    }

    private void removed(StreamerId id) {
        parts.board().remove(id);
        desk.close(id, 1008, "Removido pelo admin");
        sessions.closeAll(new Person.Streamer(id));
        board.expire(id);
        hub.tell(new BoardEvent.WentOffline(id));
    }

    /// Says good-bye to every socket, then stops listening; takes a few seconds at most.
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        parts.media().control().players().close();
        hub.close();
        desk.closeAll(GOING_AWAY, "relay restarts");
        stopListening();
        metrics.close();
    }

    /// Requests that dawdle are cut off when their time is up; that is an end like any other.
    private void stopListening() {
        try {
            javalin.stop();
        } catch (JavalinException cutOff) {
            LOG.info("Requests that were still under way have been cut off");
        }
    }
}
