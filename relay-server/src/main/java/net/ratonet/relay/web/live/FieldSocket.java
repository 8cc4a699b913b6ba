package net.ratonet.relay.web.live;

import io.javalin.websocket.WsBinaryMessageContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.UnknownAccountException;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.web.login.Doorkeeper;
import net.ratonet.shared.flow.Ticker;
import org.eclipse.jetty.websocket.api.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door `/ws/field/{id}` for agents and phones. Who may not come in is let in first and then
/// told why in a close code, because browsers cannot read the status of a refused upgrade.
public final class FieldSocket {

    private static final Logger LOG = LoggerFactory.getLogger(FieldSocket.class);

    public static final String PATH = "/ws/field/{id}";

    /// Close codes of the old protocol.
    static final int BAD_KEY = 4001;

    static final int NOT_APPROVED = 4003;

    /// "Try again later".
    private static final int TOO_MANY = 1013;

    private static final int LARGEST_MESSAGE = 64 * 1024;

    /// Agents report every second; a connection that is silent for so long is a dead one.
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final String SESSION = "field";

    private final Accounts accounts;
    private final LiveBoard board;
    private final FieldDesk desk;
    private final FieldTally tally;
    private final InstantSource clock;
    private final Ticker ticker;
    private final AtomicLong sources = new AtomicLong();

    public FieldSocket(
            Accounts accounts,
            LiveBoard board,
            FieldDesk desk,
            FieldTally tally,
            InstantSource clock,
            Ticker ticker) {
        this.accounts = accounts;
        this.board = board;
        this.desk = desk;
        this.tally = tally;
        this.clock = clock;
        this.ticker = ticker;
    }

    public void configure(WsConfig ws) {
        ws.onConnect(this::connect);
        ws.onMessage(this::message);
        ws.onBinaryMessage(this::binary);
        ws.onClose(this::leave);
        ws.onError(_ -> {});
    }

    private void connect(WsConnectContext context) {
        context.session.setMaxTextMessageSize(LARGEST_MESSAGE);
        context.session.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        context.session.setIdleTimeout(IDLE);
        var key =
                Doorkeeper.headerKey(Optional.ofNullable(context.header("Authorization")))
                        .or(() -> Optional.ofNullable(context.queryParam("key")))
                        .orElse("");
        if (key.isEmpty()) {
            refuse(context, BAD_KEY, "API key obrigatória: ?key=SUA_KEY");
            return;
        }
        accounts.byApiKey(key)
                .ifPresentOrElse(
                        account -> admit(context, account, key),
                        () -> refuse(context, BAD_KEY, "API key inválida"));
    }

    private void admit(WsConnectContext context, Account account, String key) {
        if (!account.id().value().equals(context.pathParam("id"))) {
            refuse(context, BAD_KEY, "API key não corresponde ao streamer_id");
        } else if (!account.approved()) {
            refuse(context, NOT_APPROVED, "Streamer não aprovado. Aguarde aprovação do admin.");
        } else {
            enter(context, account, key);
        }
    }

    private void enter(WsConnectContext context, Account account, String key) {
        var peer = peer(context, key);
        var session = new FieldSession(account.id(), peer, board, tally, desk.stations());
        if (!desk.enter(account.id(), context.session, peer)) {
            refuse(context, TOO_MANY, "Conexões demais deste streamer");
            return;
        }
        context.attribute(SESSION, session);
        session.open(clock.instant());
        if (accounts.byApiKey(key).isEmpty()) {
            // Removed, or the key changed, in the same moment: nobody may have seen this socket.
            desk.leave(account.id(), context.session, peer);
            refuse(context, BAD_KEY, "API key inválida");
        }
        seen(session);
    }

    private FieldPeer peer(WsContext context, String key) {
        var peer =
                FieldPeer.of(
                        Long.toString(sources.incrementAndGet()),
                        query(context, "source"),
                        query(context, "station"),
                        query(context, "orders"));
        return accounts.stations().find(key).map(peer::with).orElse(peer);
    }

    /// When a station was last there is for people to read: a full disk keeps nobody out.
    private void seen(FieldSession session) {
        var station = session.peer().stationId();
        if (station.isEmpty()) {
            return;
        }
        try {
            accounts.stations().seen(session.streamer(), station);
        } catch (IOException failure) {
            LOG.warn("When a station was last seen cannot be kept: {}", failure.getMessage());
        } catch (UnknownAccountException gone) {
            LOG.debug("the streamer of a station is gone");
        }
    }

    private static String query(WsContext context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private static void refuse(WsContext context, int code, String reason) {
        SocketFarewell.say(context.session, code, reason);
    }

    private void message(WsMessageContext context) {
        field(context)
                .filter(session -> desk.has(session.streamer(), context.session))
                .flatMap(session ->
                        session.take(context.message(), clock.instant(), ticker.nowNanos()))
                .ifPresent(answer -> send(context, answer));
    }

    private void binary(WsBinaryMessageContext context) {
        field(context)
                .flatMap(session -> session.takeBinary(clock.instant()))
                .ifPresent(answer -> send(context, answer));
    }

    private void leave(WsContext context) {
        field(context)
                .ifPresent(session -> {
                    session.close(clock.instant());
                    desk.leave(session.streamer(), context.session, session.peer());
                    seen(session);
                });
    }

    private static Optional<FieldSession> field(WsContext context) {
        return Optional.ofNullable(context.attribute(SESSION));
    }

    /// Never waits: the sender may not be reading.
    private static void send(WsContext context, String answer) {
        context.session.sendText(answer, Callback.NOOP);
    }
}
