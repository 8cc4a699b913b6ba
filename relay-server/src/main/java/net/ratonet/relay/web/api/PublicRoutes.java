package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.util.List;
import java.util.function.IntSupplier;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.FieldDesk;
import net.ratonet.relay.web.live.PublicBoard;
import net.ratonet.relay.web.live.StreamerJson;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.ReadingCodec;
import tools.jackson.databind.node.ObjectNode;

/// What anybody may ask.
public final class PublicRoutes implements RouteGroup {

    static final String UNKNOWN_STREAMER = "Streamer não encontrado";
    static final String NOT_APPROVED = "Streamer não aprovado";

    private final Accounts accounts;
    private final PublicBoard board;
    private final FieldDesk desk;
    private final IntSupplier dashboards;

    public PublicRoutes(
            Accounts accounts, PublicBoard board, FieldDesk desk, IntSupplier dashboards) {
        this.accounts = accounts;
        this.board = board;
        this.desk = desk;
        this.dashboards = dashboards;
    }

    @Override
    public String title() {
        return "Public";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/streamers", "All approved streamers")
                        .returns(listOf(Shapes.STREAMER))
                        .to(call -> CachedAnswer.of(board.streamers(), call)),
                Route.get("/api/streamers/{id}", "One streamer")
                        .takes(Param.path("id", "the streamer's id"))
                        .returns(Shapes.profileWith(maybe("gps", Shapes.GPS)))
                        .to(this::streamer),
                Route.get("/api/health", "Health of the streams that are live")
                        .returns(
                                new Shape.MapOf(
                                        Shape.fields(
                                                field("name", Shape.TEXT),
                                                field("health", Shapes.HEALTH))))
                        .to(call -> CachedAnswer.of(board.health(), call)),
                Route.get("/api/status", "How busy the relay is")
                        .returns(
                                field("streamers_registered", WHOLE),
                                field("streamers_approved", WHOLE),
                                field("streamers_online", WHOLE),
                                field("dashboard_clients", WHOLE),
                                field("field_agents", WHOLE))
                        .to(_ -> status()));
    }

    private Answer streamer(Call call) {
        var account = call.streamerId("id").flatMap(accounts::byId);
        if (account.isEmpty()) {
            return Answer.refusal(404, UNKNOWN_STREAMER);
        }
        return account.get().approved()
                ? Answer.json(withPosition(account.get()))
                : Answer.refusal(403, NOT_APPROVED);
    }

    private ObjectNode withPosition(Account account) {
        var live = board.visible(account.id());
        var out = StreamerJson.publicProfile(account, live.isPresent());
        live.flatMap(streamer -> streamer.gps())
                .ifPresent(gps -> out.set("gps", ReadingCodec.encode(gps)));
        return out;
    }

    private Answer status() {
        var counts = board.counts();
        return Answer.json(
                Json.object()
                        .put("streamers_registered", counts.registered())
                        .put("streamers_approved", counts.approved())
                        .put("streamers_online", counts.online())
                        .put("dashboard_clients", dashboards.getAsInt())
                        .put("field_agents", desk.streamers()));
    }
}
