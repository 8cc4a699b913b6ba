package net.ratonet.relay.output.rtmp;

import java.util.LinkedHashMap;
import java.util.List;
import net.ratonet.relay.rtmp.AmfValue;
import net.ratonet.relay.rtmp.Command;
import net.ratonet.relay.rtmp.RtmpControl;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.rtmp.RtmpUrl;
import net.ratonet.relay.rtmp.Status;

/// The encoder's part of the talk with a platform, from `connect` to `deleteStream`. Pure; for one
/// thread at a time.
final class PublishDialog {

    static final int CHUNK_SIZE = 4_096;

    private static final int WINDOW = 2_500_000;
    private static final int CONNECT = 1;
    private static final int RELEASE = 2;
    private static final int FC_PUBLISH = 3;
    private static final int CREATE = 4;
    private static final int PUBLISH = 5;
    private static final int LONGEST_WORDS = 200;

    private final RtmpUrl url;
    private final boolean hevc;
    private int stream = 1;
    private boolean created;
    private boolean live;

    PublishDialog(RtmpUrl url, boolean hevc) {
        this.url = url;
        this.hevc = hevc;
    }

    RtmpMessage connect() {
        var wishes = new LinkedHashMap<String, AmfValue>();
        wishes.put("app", AmfValue.text(url.app()));
        wishes.put("type", AmfValue.text("nonprivate"));
        wishes.put("flashVer", AmfValue.text("FMLE/3.0 (compatible; RatoNet)"));
        wishes.put("tcUrl", AmfValue.text(url.tcUrl()));
        if (hevc) {
            wishes.put(
                    "fourCcList",
                    new AmfValue.Items(List.of(AmfValue.text("avc1"), AmfValue.text("hvc1"))));
        }
        return Command.of("connect", CONNECT, new AmfValue.Named(wishes, false)).encode(0);
    }

    /// The stream that media go to.
    int stream() {
        return stream;
    }

    /// The key has been sent, and nothing has been heard about it.
    boolean isKeyUnderReview() {
        return created && !live;
    }

    PublishMove on(RtmpMessage message) {
        var ping = RtmpControl.pingToken(message);
        if (ping.isPresent()) {
            return send(RtmpControl.pong(ping.getAsInt()));
        }
        return Command.decode(message).map(this::command).orElseGet(PublishDialog::send);
    }

    List<RtmpMessage> farewell() {
        return List.of(
                Command.of("FCUnpublish", 6, AmfValue.nothing(), AmfValue.text(url.key()))
                        .encode(0),
                Command.of("deleteStream", 7, AmfValue.nothing(), AmfValue.num(stream)).encode(0));
    }

    private PublishMove command(Command command) {
        return switch (command.name()) {
            case "_result" -> result(command);
            case "_error" -> error(command);
            case "onStatus" -> Status.in(command).map(this::status).orElseGet(PublishDialog::send);
            case "close" -> fail(new OutputTrouble.EndedByPlatform(""));
            default -> send();
        };
    }

    private PublishMove result(Command command) {
        return switch ((int) command.transaction()) {
            case CONNECT -> connected(command);
            case CREATE -> created(command);
            default -> send();
        };
    }

    private PublishMove connected(Command command) {
        var refusal = Status.in(command).filter(Status::isError);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var key = AmfValue.text(url.key());
        return send(
                RtmpControl.chunkSize(CHUNK_SIZE),
                RtmpControl.window(WINDOW),
                Command.of("releaseStream", RELEASE, AmfValue.nothing(), key).encode(0),
                Command.of("FCPublish", FC_PUBLISH, AmfValue.nothing(), key).encode(0),
                Command.of("createStream", CREATE, AmfValue.nothing()).encode(0));
    }

    private PublishMove created(Command command) {
        if (created) {
            return send();
        }
        created = true;
        stream = command.argument(1).flatMap(AmfValue::number).map(Double::intValue).orElse(1);
        var key = AmfValue.text(url.key());
        var publish =
                Command.of("publish", PUBLISH, AmfValue.nothing(), key, AmfValue.text("live"));
        return send(publish.encode(stream));
    }

    private PublishMove error(Command command) {
        var status = Status.in(command).orElseGet(() -> Status.error("", ""));
        return switch ((int) command.transaction()) {
            case CONNECT, CREATE -> refused(status);
            case PUBLISH -> fail(new OutputTrouble.KeyRefused(words(status)));
            // Many platforms do not know these two and go on all the same.
            default -> send();
        };
    }

    private PublishMove status(Status status) {
        if (status.code().equals("NetStream.Publish.Start")) {
            live = true;
            return new PublishMove.Live();
        }
        if (isAboutKey(status)) {
            return fail(new OutputTrouble.KeyRefused(words(status)));
        }
        if (status.isError() || status.code().startsWith("NetConnection.Connect.")) {
            return live ? fail(new OutputTrouble.EndedByPlatform(words(status))) : refused(status);
        }
        return live && status.code().startsWith("NetStream.Unpublish")
                ? fail(new OutputTrouble.EndedByPlatform(words(status)))
                : send();
    }

    private static boolean isAboutKey(Status status) {
        return switch (status.code()) {
            case "NetStream.Publish.BadName",
                    "NetStream.Publish.Denied",
                    "NetStream.Publish.Rejected",
                    "NetStream.Publish.Unauthorized" ->
                    true;
            default -> false;
        };
    }

    private PublishMove refused(Status status) {
        return fail(new OutputTrouble.RefusedByPlatform(words(status)));
    }

    /// For people, and without the key, which some servers repeat.
    private String words(Status status) {
        var said = status.description().isBlank() ? status.code() : status.description();
        var name = url.key().replaceAll("\\?.*", "");
        var clean =
                said.replace(url.key(), "***")
                        .replace(name.isEmpty() ? url.key() : name, "***")
                        .replaceAll("\\p{Cntrl}+", " ")
                        .strip();
        return clean.length() > LONGEST_WORDS ? clean.substring(0, LONGEST_WORDS) : clean;
    }

    private static PublishMove fail(OutputTrouble trouble) {
        return new PublishMove.Fail(trouble);
    }

    private static PublishMove send(RtmpMessage... messages) {
        return new PublishMove.Send(List.of(messages));
    }
}
