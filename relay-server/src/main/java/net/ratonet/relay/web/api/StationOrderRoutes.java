package net.ratonet.relay.web.api;

import static java.util.stream.Collectors.joining;
import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.StationKeys;
import net.ratonet.relay.admin.AuditEvent;
import net.ratonet.relay.admin.AuditLog;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Gate;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.OrderOutcome;
import net.ratonet.relay.web.live.OrderReport;
import net.ratonet.relay.web.live.StationDesk;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.CommandCodec;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.shared.wire.OrderRole;
import net.ratonet.shared.wire.StationOrder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Orders to the stations in the field: each is answered with done, or why not.
public final class StationOrderRoutes implements RouteGroup {

    private static final Shape ORDER =
            fields(
                    field("action", TEXT),
                    maybe("station", TEXT),
                    maybe("role", TEXT),
                    maybe("kbps", NUMBER),
                    maybe("link", TEXT),
                    maybe("priority", TEXT),
                    maybe("source", TEXT),
                    maybe("on", FLAG));

    private static final Shape REPORT =
            fields(
                    field("message", TEXT),
                    field(
                            "stations",
                            listOf(
                                    fields(
                                            field("station", TEXT),
                                            field("done", FLAG),
                                            field("explanation", TEXT)))));

    private static final int NOBODY = 404;
    private static final int REFUSED = 409;
    private static final int SILENT = 504;

    private final StationDesk desk;
    private final Accounts accounts;
    private final AuditLog audit;

    public StationOrderRoutes(StationDesk desk, Accounts accounts, AuditLog audit) {
        this.desk = desk;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public String title() {
        return "Orders to the station";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/me/station/orders",
                                "Have my stations do something; action: live, stop, bitrate,"
                                        + " bitrate_auto, kick, link, link_priority, source, mute,"
                                        + " slate, record, restart_encoder, ping")
                        .forOwner()
                        .body(ORDER)
                        .returns(REPORT)
                        .to(this::own),
                Route.post(
                                "/api/admin/streamers/{id}/station/orders",
                                "The same for any streamer, with what their station allows a"
                                        + " moderator")
                        .takes(Param.path("id", "the streamer's id"))
                        .forAdmin()
                        .body(ORDER)
                        .returns(REPORT)
                        .to(this::foreign));
    }

    /// @param station the one that is meant, by id or name; empty = all
    private record Wish(String station, StationOrder order) {

        static Decoded<Wish> decode(ObjectNode body) {
            var in = new JsonFields(body);
            var station = in.text("station", StationKeys.LONGEST_NAME, "");
            return switch (in.finish(() -> station)) {
                case Decoded.Accepted<String> _ ->
                        CommandCodec.decode(body, "unnumbered")
                                .map(order -> new Wish(station, order));
                case Decoded.Refused<String>(var field, var reason) ->
                        new Decoded.Refused<>(field, reason);
                case Decoded.Malformed<String>(var reason) -> new Decoded.Malformed<>(reason);
            };
        }
    }

    private Answer own(Call call) throws IOException {
        return call.object(
                Wish::decode,
                wish -> answer(wish, give(call.account().id(), wish, wish.order().role())));
    }

    /// The operator is not the streamer, so the station decides what they may do.
    private Answer foreign(Call call) throws IOException {
        var streamer = call.streamerId("id").filter(id -> accounts.byId(id).isPresent());
        if (streamer.isEmpty()) {
            return Answer.refusal(NOBODY, "Streamer não encontrado");
        }
        return call.object(
                Wish::decode,
                wish -> {
                    var report = give(streamer.get(), wish, OrderRole.MODERATOR);
                    record(call, streamer.get(), wish.order(), report);
                    return answer(wish, report);
                });
    }

    private OrderReport give(StreamerId id, Wish wish, OrderRole role) {
        return desk.give(id, wish.station(), wish.order().command(), role);
    }

    /// Also what was refused or not answered: it was tried, and may have been done.
    private void record(Call call, StreamerId id, StationOrder order, OrderReport report) {
        audit.record(
                new AuditEvent(
                        "admin",
                        "station." + CommandCodec.action(order.command()),
                        id.value(),
                        call.address(),
                        outcome(report)));
    }

    private static String outcome(OrderReport report) {
        return switch (report) {
            case OrderReport.NoStation _ -> "no station";
            case OrderReport.TooMany _ -> "too many";
            case OrderReport.Given(var stations) ->
                    switch (status(stations)) {
                        case SILENT -> "no answer";
                        case REFUSED -> "refused";
                        default -> "done";
                    };
        };
    }

    private static Answer answer(Wish wish, OrderReport report) {
        return switch (report) {
            case OrderReport.NoStation(var agentThere) ->
                    Answer.refusal(NOBODY, absent(wish, agentThere));
            case OrderReport.TooMany(var retryIn) -> Gate.tooMany(retryIn);
            case OrderReport.Given(var stations) -> told(stations);
        };
    }

    private static String absent(Wish wish, boolean agentThere) {
        if (agentThere) {
            return "the agent that is connected takes no orders: it is too old";
        }
        return wish.station().isEmpty()
                ? "no station is connected"
                : "no station of that id or name is connected";
    }

    private static Answer told(List<OrderReport.AtStation> stations) {
        var status = status(stations);
        var text =
                stations.size() == 1
                        ? text(stations.getFirst().outcome())
                        : stations.stream()
                                .map(at ->
                                        "station %s: %s"
                                                .formatted(at.station(), text(at.outcome())))
                                .collect(joining("; "));
        ObjectNode body = Json.object().put(status == 200 ? "message" : "detail", text);
        return Answer.json(body.set("stations", encode(stations))).withStatus(status);
    }

    private static ArrayNode encode(List<OrderReport.AtStation> stations) {
        var out = Json.array();
        for (var at : stations) {
            out.addObject()
                    .put("station", at.station())
                    .put("done", at.outcome() instanceof OrderOutcome.Done)
                    .put("explanation", text(at.outcome()));
        }
        return out;
    }

    /// That of the station of which least is known.
    private static int status(List<OrderReport.AtStation> stations) {
        return stations.stream().mapToInt(at -> status(at.outcome())).max().orElse(NOBODY);
    }

    private static int status(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Done _ -> 200;
            case OrderOutcome.Refused _ -> REFUSED;
            case OrderOutcome.Silent _, OrderOutcome.Gone _ -> SILENT;
        };
    }

    private static String text(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Done(var what) -> what;
            case OrderOutcome.Refused(var why) -> why;
            case OrderOutcome.Silent _ ->
                    "the station did not answer within %d s; it may still do it"
                            .formatted(StationDesk.PATIENCE.toSeconds());
            case OrderOutcome.Gone _ ->
                    "the station's connection ended before it answered; it may have done it";
        };
    }
}
