package net.ratonet.shared.wire;

import java.util.Locale;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.wire.StationCommand.FreeBitrate;
import net.ratonet.shared.wire.StationCommand.GoLive;
import net.ratonet.shared.wire.StationCommand.Kick;
import net.ratonet.shared.wire.StationCommand.Mute;
import net.ratonet.shared.wire.StationCommand.Ping;
import net.ratonet.shared.wire.StationCommand.PrioritiseLink;
import net.ratonet.shared.wire.StationCommand.RecordLocally;
import net.ratonet.shared.wire.StationCommand.RestartEncoder;
import net.ratonet.shared.wire.StationCommand.SelectSource;
import net.ratonet.shared.wire.StationCommand.SetBitrate;
import net.ratonet.shared.wire.StationCommand.ShowSlate;
import net.ratonet.shared.wire.StationCommand.StopLive;
import net.ratonet.shared.wire.StationCommand.SwitchLink;
import tools.jackson.databind.node.ObjectNode;

/// Orders to a station and its answers, to JSON and back:
/// `{"id":"7","action":"bitrate","kbps":2500}`. An order without a role is the owner's.
public final class CommandCodec {

    private static final int LONGEST_NAME = 200;
    private static final double HIGHEST_KBPS = 100_000;

    private CommandCodec() {}

    public static ObjectNode encode(StationOrder order) {
        var out = Json.object().put("id", order.id());
        if (order.role() != OrderRole.OWNER) {
            out.put("role", wireName(order.role()));
        }
        return switch (order.command()) {
            case GoLive _ -> out.put("action", "live");
            case StopLive _ -> out.put("action", "stop");
            case SetBitrate(var bitrate) ->
                    out.put("action", "bitrate").put("kbps", bitrate.kbps());
            case FreeBitrate _ -> out.put("action", "bitrate_auto");
            case Kick _ -> out.put("action", "kick");
            case SwitchLink(var link, var on) ->
                    out.put("action", "link").put("link", link).put("on", on);
            case PrioritiseLink(var link, var priority) ->
                    out.put("action", "link_priority")
                            .put("link", link)
                            .put("priority", wireName(priority));
            case SelectSource(var source) -> out.put("action", "source").put("source", source);
            case Mute(var on) -> out.put("action", "mute").put("on", on);
            case ShowSlate(var on) -> out.put("action", "slate").put("on", on);
            case RecordLocally(var on) -> out.put("action", "record").put("on", on);
            case RestartEncoder _ -> out.put("action", "restart_encoder");
            case Ping _ -> out.put("action", "ping");
        };
    }

    public static Decoded<StationOrder> decode(ObjectNode data) {
        var in = new JsonFields(data);
        return in.finish(() -> order(in, in.text("id", LONGEST_NAME)));
    }

    /// An order that has no number yet, as people send it to a relay; it gets this one.
    public static Decoded<StationOrder> decode(ObjectNode data, String id) {
        var in = new JsonFields(data);
        return in.finish(() -> order(in, id));
    }

    private static StationOrder order(JsonFields in, String id) {
        return new StationOrder(
                id,
                command(in),
                in.choice("role", OrderRole.values(), CommandCodec::wireName, OrderRole.OWNER));
    }

    /// How a command is named on the wire.
    public static String action(StationCommand command) {
        return encode(new StationOrder("0", command)).path("action").asString();
    }

    public static ObjectNode encode(OrderAnswer answer) {
        return Json.object()
                .put("id", answer.id())
                .put("done", answer.done())
                .put("explanation", answer.explanation());
    }

    public static Decoded<OrderAnswer> decodeAnswer(ObjectNode data) {
        var in = new JsonFields(data);
        return in.finish(() ->
                new OrderAnswer(
                        in.text("id", LONGEST_NAME),
                        in.flag("done", false),
                        in.text("explanation", 1_000, "")));
    }

    private static StationCommand command(JsonFields in) {
        var action = in.text("action", LONGEST_NAME);
        return switch (action) {
            case "live" -> new GoLive();
            case "stop" -> new StopLive();
            case "bitrate" -> new SetBitrate(Bitrate.ofKbps(in.number("kbps", 1, HIGHEST_KBPS)));
            case "bitrate_auto" -> new FreeBitrate();
            case "kick" -> new Kick();
            case "link" -> new SwitchLink(in.text("link", LONGEST_NAME), in.flag("on", true));
            case "link_priority" ->
                    new PrioritiseLink(
                            in.text("link", LONGEST_NAME),
                            in.choice(
                                    "priority",
                                    LinkPriority.values(),
                                    CommandCodec::wireName,
                                    LinkPriority.NORMAL));
            case "source" -> new SelectSource(in.text("source", LONGEST_NAME));
            case "mute" -> new Mute(in.flag("on", true));
            case "slate" -> new ShowSlate(in.flag("on", true));
            case "record" -> new RecordLocally(in.flag("on", true));
            case "restart_encoder" -> new RestartEncoder();
            case "ping" -> new Ping();
            default -> {
                in.refuse("action", "is unknown: " + Excerpt.of(action));
                yield new Ping();
            }
        };
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
