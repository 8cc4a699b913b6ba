package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteDraft;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.live.FieldDesk;
import net.ratonet.relay.web.live.PublicBoard;
import net.ratonet.relay.web.live.StreamerJson;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// What the operator does with streamers.
public final class AdminRoutes implements RouteGroup {

    private final Accounts accounts;
    private final LiveBoard live;
    private final PublicBoard board;
    private final FieldDesk desk;
    private final IntSupplier dashboards;

    public AdminRoutes(
            Accounts accounts,
            LiveBoard live,
            PublicBoard board,
            FieldDesk desk,
            IntSupplier dashboards) {
        this.accounts = accounts;
        this.live = live;
        this.board = board;
        this.desk = desk;
        this.dashboards = dashboards;
    }

    @Override
    public String title() {
        return "Admin";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/admin/streamers", "All streamers, approved or not")
                        .forAdmin()
                        .returns(
                                listOf(
                                        Shapes.profileWith(
                                                field("email", TEXT),
                                                field("approved", FLAG),
                                                field("created_at", TEXT))))
                        .to(_ -> streamers()),
                stats(),
                about(Route.post("/api/admin/streamers/{id}/approve", "Let a streamer in"))
                        .auditedAs("streamer.approve")
                        .returns(field("message", TEXT), field("id", TEXT), maybe("name", TEXT))
                        .to(call -> withStreamer(call, this::approve)),
                about(Route.post("/api/admin/streamers/{id}/crown", "Give or take the crown"))
                        .auditedAs("streamer.crown")
                        .returns(field("message", TEXT), field("is_crown", FLAG))
                        .to(call -> withStreamer(call, this::crown)),
                about(Route.delete("/api/admin/streamers/{id}", "Remove a streamer for good"))
                        .auditedAs("streamer.remove")
                        .returns(field("message", TEXT), field("name", TEXT))
                        .to(call -> withStreamer(call, this::remove)));
    }

    private static RouteDraft about(RouteDraft draft) {
        return draft.forAdmin().takes(Param.path("id", "the streamer's id"));
    }

    private Answer withStreamer(Call call, Call.Use<Account> then) throws IOException {
        var account = call.streamerId("id").flatMap(accounts::byId);
        return account.isPresent()
                ? then.answer(account.get())
                : Answer.refusal(404, PublicRoutes.UNKNOWN_STREAMER);
    }

    private Answer streamers() {
        var out = Json.array();
        for (var account : accounts.all()) {
            out.add(
                    StreamerJson.publicProfile(account, live.raw(account.id()).isPresent())
                            .put("email", account.email())
                            .put("approved", account.approved())
                            .put("created_at", account.createdAt().toString()));
        }
        return Answer.json(out);
    }

    private Route stats() {
        return Route.get("/api/admin/stats", "How busy the relay is, and who is live")
                .forAdmin()
                .returns(
                        field("registered", WHOLE),
                        field("approved", WHOLE),
                        field("online", WHOLE),
                        field("dashboards", WHOLE),
                        field("field_agents", WHOLE),
                        field(
                                "online_streamers",
                                listOf(
                                        fields(
                                                field("id", TEXT),
                                                field("name", TEXT),
                                                field("health_score", WHOLE),
                                                field("health_state", TEXT)))))
                .to(_ -> figures());
    }

    private Answer figures() {
        var counts = board.counts();
        var online = Json.array();
        for (var streamer : live.allRaw()) {
            accounts.byId(streamer.id())
                    .ifPresent(account ->
                            online.add(
                                    Json.object()
                                            .put("id", account.id().value())
                                            .put("name", account.name())
                                            .put("health_score", streamer.health().score())
                                            .put(
                                                    "health_state",
                                                    streamer.health().state().wireName())));
        }
        ObjectNode out =
                Json.object()
                        .put("registered", counts.registered())
                        .put("approved", counts.approved())
                        .put("online", counts.online())
                        .put("dashboards", dashboards.getAsInt())
                        .put("field_agents", desk.streamers());
        return Answer.json(out.set("online_streamers", online));
    }

    private Answer approve(Account account) throws IOException {
        var out = Json.object();
        if (!accounts.approve(account.id())) {
            return Answer.json(
                    out.put("message", "Streamer já está aprovado")
                            .put("id", account.id().value()));
        }
        return Answer.json(
                out.put("message", "Streamer aprovado")
                        .put("id", account.id().value())
                        .put("name", account.name()));
    }

    private Answer crown(Account account) throws IOException {
        var crowned = accounts.toggleCrown(account.id());
        return Answer.json(
                Json.object()
                        .put("message", crowned ? "Crown ativado" : "Crown desativado")
                        .put("is_crown", crowned));
    }

    /// Sockets, live picture and sessions hear of it through the accounts' removal listeners.
    private Answer remove(Account account) throws IOException {
        accounts.remove(account.id());
        return Answer.json(
                Json.object().put("message", "Streamer removido").put("name", account.name()));
    }
}
