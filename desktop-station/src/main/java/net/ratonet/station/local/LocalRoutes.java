package net.ratonet.station.local;

import java.util.Optional;
import java.util.function.Supplier;
import net.ratonet.shared.wire.CommandCodec;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.OrderRole;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.shared.wire.StationOrder;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.control.CommandDesk;
import net.ratonet.station.control.ControlAnswer;
import net.ratonet.station.control.preflight.CheckReport;
import tools.jackson.databind.node.ObjectNode;

/// What can be asked at the door and gets one answer. Safe for any thread.
final class LocalRoutes {

    static final int LARGEST_BODY = 8 * 1_024;

    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String NO_NUMBER = "local";
    private static final int LONGEST_URL = 2_000;

    private final CommandDesk desk;
    private final Supplier<ObjectNode> status;

    LocalRoutes(CommandDesk desk, Supplier<ObjectNode> status) {
        this.desk = desk;
        this.status = status;
    }

    Reply answer(String method, String path, String body) {
        return switch (path) {
            case "/status" -> method.equals("GET") ? Reply.json(200, status.get()) : only("GET");
            case "/metrics" ->
                    method.equals("GET")
                            ? Reply.text(METRICS, MetricsText.of(status.get()))
                            : only("GET");
            case "/check" -> method.equals("GET") ? check() : only("GET");
            case "/commands" -> method.equals("POST") ? command(body) : only("POST");
            case "/events", "/preview.jpg" -> only("GET");
            default ->
                    Reply.mistake(
                            404,
                            "there are /status, /check, /commands, /metrics, /events and"
                                    + " /preview.jpg here");
        };
    }

    private Reply check() {
        try {
            return Reply.json(200, CheckJson.of(desk.check()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Reply.mistake(503, "the station is ending");
        }
    }

    private static Reply only(String method) {
        return Reply.mistake(405, "this takes " + method + " only").with("Allow", method);
    }

    private Reply command(String body) {
        if (body.length() > LARGEST_BODY) {
            return Reply.mistake(413, "a command has at most " + LARGEST_BODY + " bytes");
        }
        return switch (Json.readObject(body)) {
            case Decoded.Accepted<ObjectNode>(var node) -> command(node);
            case Decoded.Refused<ObjectNode> refused -> Reply.mistake(400, refused.toString());
            case Decoded.Malformed<ObjectNode>(var reason) ->
                    Reply.mistake(400, "the command cannot be read: " + reason);
        };
    }

    /// Whoever knows the token is the owner, whatever role the command names.
    private Reply command(ObjectNode node) {
        if (!node.has("id")) {
            node.put("id", NO_NUMBER);
        }
        return switch (CommandCodec.decode(node)) {
            case Decoded.Accepted<StationOrder>(var order) -> carryOut(order, node);
            case Decoded.Refused<StationOrder> refused -> Reply.mistake(422, refused.toString());
            case Decoded.Malformed<StationOrder>(var reason) -> Reply.mistake(400, reason);
        };
    }

    private Reply carryOut(StationOrder order, ObjectNode node) {
        if (order.command() instanceof StationCommand.GoLive) {
            var to = target(node);
            return to.isEmpty() && node.has("to")
                    ? Reply.mistake(422, "to must be a URL to stream to")
                    : reply(order.id(), desk.goLive(to, node.path("anyway").asBoolean(false)));
        }
        return reply(order.id(), desk.carryOut(order.command(), OrderRole.OWNER));
    }

    private static Optional<StreamTarget> target(ObjectNode node) {
        return new JsonFields(node).optionalText("to", LONGEST_URL).flatMap(StreamTarget::parse);
    }

    private static Reply reply(String id, ControlAnswer answer) {
        return switch (answer) {
            case ControlAnswer.Done(var what) -> reply(200, new OrderAnswer(id, true, what));
            case ControlAnswer.Refused(var why) -> reply(409, new OrderAnswer(id, false, why));
            case ControlAnswer.Unready(var report) -> unready(id, report);
        };
    }

    private static Reply unready(String id, CheckReport report) {
        var json = CommandCodec.encode(new OrderAnswer(id, false, report.refusal()));
        json.set("findings", CheckJson.findings(report));
        return Reply.json(409, json);
    }

    private static Reply reply(int status, OrderAnswer answer) {
        return Reply.json(status, CommandCodec.encode(answer));
    }
}
