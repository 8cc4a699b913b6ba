package net.ratonet.station.uplink;

import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.shared.wire.OrderAnswer;
import net.ratonet.shared.wire.StationCommand;
import net.ratonet.shared.wire.StationOrder;
import net.ratonet.station.control.ControlAnswer;
import net.ratonet.station.control.StationControl;
import tools.jackson.databind.node.ObjectNode;

/// Takes the relay's orders to the control and says what became of them.
final class OrderDesk {

    private final StationControl control;

    OrderDesk(StationControl control) {
        this.control = control;
    }

    OrderAnswer carryOut(StationOrder order) {
        return switch (answer(order.command())) {
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

    private ControlAnswer answer(StationCommand command) {
        return switch (command) {
            case StationCommand.Ping _ -> new ControlAnswer.Done("here");
            case StationCommand.GoLive _ -> control.goLive();
            case StationCommand.StopLive _ -> control.stop();
            case StationCommand.SetBitrate(var bitrate) -> control.setBitrate(bitrate);
            case StationCommand.RestartEncoder _ -> control.restartEncoder();
            case StationCommand.Kick _ -> control.kick();
            case StationCommand.SwitchLink(var link, var on) -> control.switchLink(link, on);
            case StationCommand.PrioritiseLink(var link, var priority) ->
                    control.prioritiseLink(link, priority);
            case StationCommand.SelectSource(var source) -> control.selectSource(source);
            case StationCommand.Mute(var on) -> control.mute(on);
            case StationCommand.ShowSlate(var on) -> control.showSlate(on);
            case StationCommand.RecordLocally _ -> cannot("record");
        };
    }

    private static ControlAnswer cannot(String what) {
        return new ControlAnswer.Refused("this version of the station cannot " + what + " yet");
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
