package net.ratonet.station.uplink;

import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.StationOrder;
import net.ratonet.station.control.CommandDesk;
import net.ratonet.station.control.ControlAnswer;
import tools.jackson.databind.node.ObjectNode;

/// Takes the relay's orders to those who carry them out and says what became of them.
final class OrderDesk {

    private final CommandDesk desk;

    OrderDesk(CommandDesk desk) {
        this.desk = desk;
    }

    OrderAnswer carryOut(StationOrder order) {
        return switch (desk.carryOut(order.command(), order.role())) {
            case ControlAnswer.Done(var what) -> new OrderAnswer(order.id(), true, what);
            case ControlAnswer.Refused(var why) -> new OrderAnswer(order.id(), false, why);
        };
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
