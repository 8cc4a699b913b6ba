package net.ratonet.relay.ingest.rtmp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import net.ratonet.relay.rtmp.AmfValue;
import net.ratonet.relay.rtmp.Command;
import net.ratonet.relay.rtmp.RtmpControl;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.rtmp.Status;

/// The server's part of the talk with one publisher, from `connect` to `deleteStream`. Pure; for
/// one thread.
final class DoorDialog {

    static final int CHUNK_SIZE = 4_096;

    private static final int WINDOW = 2_500_000;
    private static final int STREAM = 1;

    /// What the door takes besides H.264 and AAC in their old form.
    private static final AmfValue FOUR_CC_LIST =
            new AmfValue.Items(
                    Stream.<AmfValue>of(
                                    AmfValue.text("avc1"),
                                    AmfValue.text("hvc1"),
                                    AmfValue.text("mp4a"))
                            .toList());

    private String app = "";
    private boolean connected;
    private boolean publishing;

    DoorMove on(RtmpMessage message) {
        return switch (message.type()) {
            case RtmpMessage.COMMAND, RtmpMessage.COMMAND_AMF3 ->
                    Command.decode(message)
                            .map(this::command)
                            .orElseGet(() -> refuse("a command that cannot be read"));
            case RtmpMessage.AUDIO, RtmpMessage.VIDEO ->
                    publishing ? new DoorMove.Media(message) : refuse("media before a key");
            case RtmpMessage.USER_CONTROL -> ping(message);
            default -> DoorMove.NOTHING;
        };
    }

    /// To be told once the key has been found good.
    List<RtmpMessage> accept() {
        publishing = true;
        return List.of(
                RtmpControl.streamBegin(STREAM),
                Status.good("NetStream.Publish.Start", "Live").onStatus().encode(STREAM));
    }

    List<RtmpMessage> refusal(Status why) {
        return List.of(why.onStatus().encode(STREAM));
    }

    private static DoorMove ping(RtmpMessage message) {
        var token = RtmpControl.pingToken(message);
        return token.isPresent() ? answer(RtmpControl.pong(token.getAsInt())) : DoorMove.NOTHING;
    }

    private DoorMove command(Command command) {
        if (!connected && !command.name().equals("connect")) {
            return refuse("a command before connecting");
        }
        return switch (command.name()) {
            case "connect" -> connect(command);
            case "createStream" -> answer(result(command, AmfValue.num(STREAM)));
            case "FCPublish" ->
                    answer(
                            result(command, new AmfValue.Undefined()),
                            Command.of("onFCPublish", 0, AmfValue.nothing()).encode(0));
            case "publish" -> publish(command);
            case "FCUnpublish" ->
                    answer(
                            result(command, new AmfValue.Undefined()),
                            Command.of("onFCUnpublish", 0, AmfValue.nothing()).encode(0));
            case "deleteStream", "closeStream" -> leave();
            case "getStreamLength" -> answer(result(command, AmfValue.num(0)));
            case "play", "play2" ->
                    new DoorMove.Refuse(
                            refusal(
                                    Status.error(
                                            "NetStream.Play.StreamNotFound",
                                            "Nothing can be watched here over RTMP")),
                            "it wants to watch");
            default -> other(command);
        };
    }

    /// Calls that nobody here needs are granted, news are passed over.
    private static DoorMove other(Command command) {
        return command.transaction() == 0 || command.name().startsWith("_")
                ? DoorMove.NOTHING
                : answer(result(command, new AmfValue.Undefined()));
    }

    private DoorMove connect(Command command) {
        var wishes = command.argument(0).orElse(AmfValue.nothing());
        app = wishes.get("app").flatMap(AmfValue::text).orElse("");
        connected = true;
        var server = new LinkedHashMap<String, AmfValue>();
        server.put("fmsVer", AmfValue.text("FMS/3,0,1,123"));
        server.put("capabilities", AmfValue.num(31));
        var info = new LinkedHashMap<String, AmfValue>();
        info.put("level", AmfValue.text("status"));
        info.put("code", AmfValue.text("NetConnection.Connect.Success"));
        info.put("description", AmfValue.text("Connected"));
        info.put("objectEncoding", AmfValue.num(0));
        if (wishes.get("fourCcList").isPresent()) {
            info.put("fourCcList", FOUR_CC_LIST);
        }
        var result =
                Command.of(
                        "_result",
                        command.transaction(),
                        new AmfValue.Named(server, false),
                        new AmfValue.Named(info, false));
        return answer(
                RtmpControl.window(WINDOW),
                RtmpControl.peerBandwidth(WINDOW),
                RtmpControl.chunkSize(CHUNK_SIZE),
                result.encode(0));
    }

    private DoorMove publish(Command command) {
        return publishing
                ? refuse("a second stream on the same connection")
                : new DoorMove.AskForEntry(KeyCandidates.of(app, command.text(1).orElse("")));
    }

    private DoorMove leave() {
        var farewell = new ArrayList<RtmpMessage>();
        if (publishing) {
            farewell.add(
                    Status.good("NetStream.Unpublish.Success", "Ended").onStatus().encode(STREAM));
        }
        return new DoorMove.Leave(farewell);
    }

    private static RtmpMessage result(Command call, AmfValue value) {
        return Command.of("_result", call.transaction(), AmfValue.nothing(), value).encode(0);
    }

    private static DoorMove answer(RtmpMessage... messages) {
        return new DoorMove.Answer(List.of(messages));
    }

    private static DoorMove refuse(String reason) {
        return new DoorMove.Refuse(List.of(), reason);
    }
}
