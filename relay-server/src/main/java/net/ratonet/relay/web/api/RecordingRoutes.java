package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.control.RecordingDoor;
import net.ratonet.relay.control.RecordingFile;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.FileAnswer;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// What the relay has recorded of a streamer, to be fetched and removed by them.
public final class RecordingRoutes implements RouteGroup {

    private static final String MPEG_TS = "video/mp2t";

    private static final Param DAY = Param.path("day", "the name's first part");
    private static final Param FILE = Param.path("file", "the name's second part");

    private final RecordingDoor recordings;

    public RecordingRoutes(MediaControl control) {
        this.recordings = control.recordings();
    }

    @Override
    public String title() {
        return "Recordings";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/recordings", "My recordings, newest first")
                        .forStreamer()
                        .returns(
                                field("recordings", MediaShapes.FILES),
                                field("used_bytes", WHOLE),
                                field("quota_bytes", WHOLE),
                                field("nearly_full", FLAG))
                        .to(this::list),
                Route.get("/api/me/recordings/{day}/{file}", "One of them, or a part by Range")
                        .takes(DAY)
                        .takes(FILE)
                        .forStreamer()
                        .to(this::download),
                Route.delete("/api/me/recordings/{day}/{file}", "Remove one of them")
                        .takes(DAY)
                        .takes(FILE)
                        .forStreamer()
                        .returns(Shapes.MESSAGE)
                        .to(call -> {
                            var id = call.account().id();
                            return MediaAnswers.of(
                                    recordings.delete(id, name(call)), "Gravação removida");
                        }));
    }

    private Answer list(Call call) throws IOException {
        var room = recordings.room(call.account().id());
        var files = Json.array();
        recordings.list(call.account().id()).forEach(file -> files.add(shown(file)));
        return Answer.json(
                Json.object()
                        .put("used_bytes", room.usedBytes())
                        .put("quota_bytes", room.quotaBytes())
                        .put("nearly_full", room.isNearlyFull())
                        .set("recordings", files));
    }

    private Answer download(Call call) throws IOException {
        var id = call.account().id();
        var name = name(call);
        var found =
                recordings.list(id).stream().filter(file -> file.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return Answer.refusal(404, "no such recording");
        }
        return FileAnswer.of(
                call,
                found.get().bytes(),
                new FileAnswer.Named(MPEG_TS, "ratonet-" + name.replace('/', '-')),
                (from, length, out) -> recordings.copy(id, name, from, length, out));
    }

    private static String name(Call call) {
        return call.path("day") + "/" + call.path("file");
    }

    private static ObjectNode shown(RecordingFile file) {
        return Json.object()
                .put("name", file.name())
                .put("began_at", file.beganAt().toString())
                .put("bytes", file.bytes())
                .put("running", file.running());
    }
}
