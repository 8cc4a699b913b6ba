package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.OverlayScope;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.RtirlCodec;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.telemetry.SourceKind;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.PublicBoard;
import net.ratonet.relay.web.login.Doorkeeper;
import net.ratonet.shared.telemetry.StreamerId;

/// The location API that Moblin, IRL Link and RealtimeIRL's overlays speak: positions in with the
/// API key, positions out with the pull key or an overlay token that may see the map. Clients take
/// `…/api/rtirl` or `…/api` as their base.
public final class RealtimeIrlRoutes implements RouteGroup {

    private static final SourceId SOURCE = new SourceId(SourceKind.HTTP, "rtirl");

    private static final Shape PULLED =
            fields(
                    maybe("altitude", fields(field("EGM96", NUMBER), field("WGS84", NUMBER))),
                    maybe("heading", NUMBER),
                    field(
                            "location",
                            fields(field("latitude", NUMBER), field("longitude", NUMBER))),
                    maybe("reportedAt", WHOLE),
                    maybe("speed", NUMBER),
                    maybe("updatedAt", WHOLE));

    private final Accounts accounts;
    private final LiveBoard live;
    private final PublicBoard board;
    private final InstantSource clock;

    public RealtimeIrlRoutes(
            Accounts accounts, LiveBoard live, PublicBoard board, InstantSource clock) {
        this.accounts = accounts;
        this.live = live;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "RealtimeIRL";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                push("/api/rtirl/push"),
                stop("/api/rtirl/stop"),
                pull("/api/rtirl/pull"),
                push("/api/push"),
                stop("/api/stop"),
                pull("/api/pull"));
    }

    private Route push(String path) {
        return Route.post(path, "Report a position; the key is the API key")
                .takes(Param.optional("key", "API key, if it is not in the Authorization header"))
                .body(
                        fields(
                                field("latitude", NUMBER),
                                field("longitude", NUMBER),
                                maybe("speed", NUMBER),
                                maybe("altitude", NUMBER),
                                maybe("heading", NUMBER),
                                maybe("timestamp", NUMBER)))
                .returns(Shapes.MESSAGE)
                .to(call -> withPushKey(call, account -> pushed(call, account)));
    }

    private Route stop(String path) {
        return Route.post(path, "No more positions until the next push")
                .takes(Param.optional("key", "API key, if it is not in the Authorization header"))
                .returns(Shapes.MESSAGE)
                .to(call -> withPushKey(call, this::stopped));
    }

    private Route pull(String path) {
        return Route.get(path, "The public position; the key is the pull key or an overlay token")
                .takes(Param.optional("key", "key, if it is not in the Authorization header"))
                .returns(PULLED)
                .to(this::pulled);
    }

    private Answer withPushKey(Call call, Call.Use<Account> then) throws IOException {
        var account = key(call).flatMap(accounts::byApiKey);
        if (account.isEmpty()) {
            return key(call).isEmpty() ? missingKey() : Answer.refusal(401, Doorkeeper.KEY_WRONG);
        }
        return account.get().approved()
                ? then.answer(account.get())
                : Answer.refusal(403, PublicRoutes.NOT_APPROVED);
    }

    private Answer pushed(Call call, Account account) throws IOException {
        return call.object(
                body -> RtirlCodec.decodePush(body, clock.instant()),
                push -> {
                    live.report(
                            account.id(), SOURCE, push.fix(), push.measuredAt(), clock.instant());
                    return Answer.message("ok");
                });
    }

    private Answer stopped(Account account) {
        live.disconnected(account.id(), SOURCE, clock.instant());
        return Answer.message("ok");
    }

    private Answer pulled(Call call) {
        var key = key(call);
        if (key.isEmpty()) {
            return missingKey();
        }
        return key.flatMap(accounts::overlayGrant)
                .filter(grant -> grant.scopes().contains(OverlayScope.MAP))
                .map(grant -> position(grant.streamer()))
                .orElseGet(() -> Answer.refusal(401, OverlayRoutes.WRONG_KEY));
    }

    private Answer position(StreamerId id) {
        return Answer.json(
                board.visible(id).map(RtirlCodec::encodePull).orElseGet(RtirlCodec::encodeOffline));
    }

    private static Optional<String> key(Call call) {
        return Doorkeeper.headerKey(call.header("Authorization"))
                .or(() -> call.query("key"))
                .filter(key -> !key.isEmpty());
    }

    private static Answer missingKey() {
        return Answer.unprocessable("key", "is missing");
    }
}
