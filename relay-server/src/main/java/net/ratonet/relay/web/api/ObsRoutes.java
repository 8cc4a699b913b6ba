package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.listOf;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.NoalbsConfigCodec;
import net.ratonet.relay.scene.NoalbsImport;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.relay.scene.OwnObsCodec;
import net.ratonet.relay.scene.settings.ObsBook;
import net.ratonet.relay.web.http.AcceptedLanguage;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// A streamer's own OBS: where it is, its password, and the rules for its scenes.
public final class ObsRoutes implements RouteGroup {

    private static final Sentence NONE =
            new Sentence("Você não tem um OBS configurado", "You have set no OBS of your own");
    private static final Sentence REMOVED = new Sentence("OBS removido", "OBS removed");
    private static final Sentence GONE =
            new Sentence("Streamer não encontrado", "No such streamer");

    private final ObsBook book;

    public ObsRoutes(ObsBook book) {
        this.book = book;
    }

    @Override
    public String title() {
        return "OBS";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/obs", "My OBS and the rules for its scenes, without password")
                        .forStreamer()
                        .returns(ObsShapes.SETTINGS)
                        .to(this::show),
                Route.put(
                                "/api/me/obs",
                                "Set my OBS; what is left out has its default, but a password that"
                                        + " is left out stays")
                        .forStreamer()
                        .body(ObsShapes.SETTINGS_BODY)
                        .returns(ObsShapes.SETTINGS)
                        .to(call ->
                                call.object(
                                        body -> OwnObsCodec.decode(body, keptPassword(call)),
                                        own -> replaced(call, own))),
                Route.delete("/api/me/obs", "Remove my OBS; the operator's takes its place, if any")
                        .forStreamer()
                        .returns(Shapes.MESSAGE)
                        .to(this::remove),
                importNoalbs());
    }

    private Route importNoalbs() {
        return Route.post(
                        "/api/me/obs/import-noalbs",
                        "Take my OBS over from a NOALBS config.json, which is the body")
                .forStreamer()
                .takes(Param.optional("dry_run", "true: only tell what would be taken over"))
                .body(Shape.ANYTHING)
                .returns(
                        field("dry_run", FLAG),
                        field("settings", ObsShapes.SETTINGS),
                        field("not_taken_over", listOf(TEXT)))
                .to(this::importNoalbs);
    }

    private String keptPassword(Call call) {
        return book.find(call.account().id()).map(own -> own.settings().password()).orElse("");
    }

    private Answer show(Call call) {
        return book.find(call.account().id())
                .map(own -> Answer.json(OwnObsCodec.encode(own)))
                .orElseGet(() -> missing(call, NONE));
    }

    private Answer replaced(Call call, OwnObs own) throws IOException {
        return book.put(call.account().id(), own)
                ? Answer.json(OwnObsCodec.encode(own))
                : missing(call, GONE);
    }

    private Answer remove(Call call) throws IOException {
        return book.remove(call.account().id())
                ? Answer.message(REMOVED.in(AcceptedLanguage.of(call)))
                : missing(call, NONE);
    }

    private Answer importNoalbs(Call call) throws IOException {
        return switch (call.query("dry_run").orElse("false")) {
            case "true" -> call.object(ObsRoutes::noalbs, found -> imported(call, found, true));
            case "false" -> call.object(ObsRoutes::noalbs, found -> takenOver(call, found));
            default -> Answer.unprocessable("dry_run", "must be true or false");
        };
    }

    private static Decoded<NoalbsImport> noalbs(ObjectNode body) {
        return NoalbsConfigCodec.decode(body);
    }

    private Answer takenOver(Call call, NoalbsImport found) throws IOException {
        return book.put(call.account().id(), new OwnObs(true, found.settings()))
                ? imported(call, found, false)
                : missing(call, GONE);
    }

    private static Answer imported(Call call, NoalbsImport found, boolean dryRun) {
        var language = AcceptedLanguage.of(call);
        var leftOver = Json.array();
        found.notTakenOver().forEach(note -> leftOver.add(note.in(language)));
        var out = Json.object().put("dry_run", dryRun);
        out.set("settings", OwnObsCodec.encode(new OwnObs(true, found.settings())));
        out.set("not_taken_over", leftOver);
        return Answer.json(out);
    }

    private static Answer missing(Call call, Sentence what) {
        return Answer.refusal(404, what.in(AcceptedLanguage.of(call)));
    }
}
