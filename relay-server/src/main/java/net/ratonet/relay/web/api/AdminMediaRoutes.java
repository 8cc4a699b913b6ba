package net.ratonet.relay.web.api;

import java.util.List;
import net.ratonet.relay.channel.IngestPorts;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.web.http.AcceptedLanguage;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.wire.Json;

/// Everybody's media, for the operator.
public final class AdminMediaRoutes implements RouteGroup {

    private final MediaControl control;
    private final IngestPorts ports;

    public AdminMediaRoutes(MediaControl control, IngestPorts ports) {
        this.control = control;
        this.ports = ports;
    }

    @Override
    public String title() {
        return "Media of all";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/admin/media", "Every stream, every FFmpeg, every port")
                        .forAdmin()
                        .returns(MediaShapes.ALL)
                        .to(this::all),
                Route.post(
                                "/api/admin/streamers/{id}/kick",
                                "Send a streamer's publisher away; it may come back")
                        .takes(Param.path("id", "the streamer's id"))
                        .forAdmin()
                        .auditedAs("kick")
                        .returns(Shapes.MESSAGE)
                        .to(this::kick));
    }

    private Answer all(Call call) {
        var out = control.view().all(AcceptedLanguage.of(call));
        out.set(
                "ports",
                Json.object()
                        .put("srt", ports.srt())
                        .put("srtla", ports.srtla())
                        .put("rtmp", ports.rtmp()));
        return Answer.json(out);
    }

    private Answer kick(Call call) {
        return call.streamerId("id")
                .map(id -> MediaAnswers.of(control.kick(id), "Transmissor desconectado"))
                .orElseGet(() -> Answer.refusal(404, "Streamer não encontrado"));
    }
}
