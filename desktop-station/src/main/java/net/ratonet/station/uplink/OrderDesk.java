package net.ratonet.station.uplink;

import java.util.Optional;
import java.util.function.Consumer;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.shared.wire.StationOrder;
import net.ratonet.station.control.CommandDesk;
import net.ratonet.station.control.ControlAnswer;
import tools.jackson.databind.node.ObjectNode;

/// Takes the relay's orders to those who carry them out and says what became of them.
final class OrderDesk {

    /// What the wire takes.
    private static final int LONGEST_ANSWER = 1_000;

    private final CommandDesk desk;

    OrderDesk(CommandDesk desk) {
        this.desk = desk;
    }

    /// Carries an order out and tells the answer: at once, or, where that takes time, from a thread
    /// "order".
    void take(StationOrder order, Consumer<OrderAnswer> told) {
        if (order.command() instanceof StationCommand.GoLive) {
            Thread.ofVirtual().name("order").start(() -> told.accept(carryOut(order)));
        } else {
            told.accept(carryOut(order));
        }
    }

    OrderAnswer carryOut(StationOrder order) {
        return switch (desk.carryOut(order.command(), order.role())) {
            case ControlAnswer.Done(var what) -> new OrderAnswer(order.id(), true, what);
            case ControlAnswer.Refused(var why) -> new OrderAnswer(order.id(), false, why);
            case ControlAnswer.Unready(var report) ->
                    new OrderAnswer(order.id(), false, shortened(report.refusal()));
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER);
    }

    /// An answer for an order that could not be read but at least has a number.
    static Optional<OrderAnswer> refuse(String message, String reason) {
        return switch (Json.readObject(message)) {
            case Decoded.Accepted<ObjectNode>(var node) -> refuse(node, reason);
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ -> Optional.empty();
        };
    }

    private static Optional<OrderAnswer> refuse(ObjectNode message, String reason) {
        var in = new JsonFields(message);
        if (!in.text("type", 64, "").equals("command")) {
            return Optional.empty();
        }
        var id = new JsonFields(in.object("data")).text("id", 200, "");
        return id.isBlank() ? Optional.empty() : Optional.of(new OrderAnswer(id, false, reason));
    }
}
