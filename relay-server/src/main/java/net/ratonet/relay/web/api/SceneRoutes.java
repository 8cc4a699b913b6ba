package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.obs.ObsAnswer;
import net.ratonet.relay.scene.obs.SceneDoor;
import net.ratonet.relay.scene.obs.SceneRemote;
import net.ratonet.relay.web.http.AcceptedLanguage;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteDraft;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// What a streamer's OBS shows and why, and what a person may ask of it.
public final class SceneRoutes implements RouteGroup {

    private static final int LONGEST_NAME = 200;
    private static final double MOST_MINUTES = 7 * 24 * 60;
    private static final double SHORTEST_HOLD_MINUTES = 0.1;

    /// Longer than an OBS may take to connect and then to answer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Sentence NONE =
            new Sentence("Nenhum OBS ativo para você", "There is no active OBS for you");
    private static final Sentence SILENT =
            new Sentence("O OBS não respondeu a tempo", "OBS did not answer in time");
    private static final Sentence HELD = new Sentence("Cena travada", "The scene stays");
    private static final Sentence RELEASED =
            new Sentence("Troca automática de volta", "Scenes switch by themselves again");
    private static final Sentence SWITCHED = new Sentence("Cena trocada", "Scene switched");
    private static final Sentence SHOWN = new Sentence("Fonte visível", "Source shown");
    private static final Sentence HIDDEN = new Sentence("Fonte escondida", "Source hidden");
    private static final Sentence KNOCKED = new Sentence("Conectando ao OBS", "Connecting to OBS");

    private final SceneDoor door;

    public SceneRoutes(SceneDoor door) {
        this.door = door;
    }

    @Override
    public String title() {
        return "Scenes";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/scene", "What my OBS shows, and why it did (not) switch")
                        .forStreamer()
                        .returns(ObsShapes.STATUS)
                        .to(this::show),
                order("/api/me/scene/hold", "Keep the present scene, for ever or for some minutes")
                        .body(fields(maybe("minutes", NUMBER)))
                        .to(call -> call.objectOrNothing(Hold::decode, hold -> ask(call, hold))),
                order("/api/me/scene/release", "Let scenes switch by themselves again")
                        .to(call -> ask(call, RELEASED, SceneRemote::release)),
                order("/api/me/scene/switch", "Put a scene on program")
                        .body(fields(field("scene", TEXT)))
                        .to(call ->
                                call.object(
                                        SceneRoutes::scene,
                                        scene -> ask(call, SWITCHED, obs -> obs.switchTo(scene)))),
                order("/api/me/scene/source", "Show or hide a source in a scene")
                        .body(
                                fields(
                                        field("scene", TEXT),
                                        field("source", TEXT),
                                        field("visible", FLAG)))
                        .to(call -> call.object(Source::decode, source -> ask(call, source))),
                order("/api/me/obs/reconnect", "Try to connect to my OBS now")
                        .to(call -> ask(call, KNOCKED, SceneRemote::reconnect)));
    }

    private static RouteDraft order(String path, String summary) {
        return Route.post(path, summary).forStreamer().returns(Shapes.MESSAGE);
    }

    private Answer show(Call call) {
        var json = new SceneJson(AcceptedLanguage.of(call));
        return Answer.json(
                door.remote(call.account().id()).map(json::encode).orElseGet(SceneJson::none));
    }

    /// How long the present scene is to stay; zero means until it is released.
    private record Hold(Duration time) {
        static Decoded<Hold> decode(ObjectNode body) {
            var in = new JsonFields(body);
            return in.finish(() -> {
                var minutes = in.optionalNumber("minutes", SHORTEST_HOLD_MINUTES, MOST_MINUTES);
                return new Hold(Duration.ofMillis(Math.round(60_000 * minutes.orElse(0))));
            });
        }

        CompletableFuture<ObsAnswer> ask(SceneRemote obs) {
            return time.isZero() ? obs.hold() : obs.hold(time);
        }
    }

    private record Source(String scene, String source, boolean visible) {
        static Decoded<Source> decode(ObjectNode body) {
            var in = new JsonFields(body);
            return in.finish(() -> {
                if (!in.has("visible")) {
                    in.refuse("visible", "is missing");
                }
                return new Source(name(in, "scene"), name(in, "source"), in.flag("visible", true));
            });
        }

        CompletableFuture<ObsAnswer> ask(SceneRemote obs) {
            return obs.showSource(scene, source, visible);
        }
    }

    private static Decoded<String> scene(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() -> name(in, "scene"));
    }

    private static String name(JsonFields in, String field) {
        var name = in.text(field, LONGEST_NAME);
        if (name.isBlank()) {
            in.refuse(field, "must not be empty");
        }
        return name;
    }

    private Answer ask(Call call, Hold hold) {
        return ask(call, HELD, hold::ask);
    }

    private Answer ask(Call call, Source source) {
        return ask(call, source.visible() ? SHOWN : HIDDEN, source::ask);
    }

    private Answer ask(
            Call call, Sentence done, Function<SceneRemote, CompletableFuture<ObsAnswer>> request) {
        return door.remote(call.account().id())
                .map(obs -> told(call, done, request.apply(obs)))
                .orElseGet(() -> refusal(call, 404, NONE));
    }

    private static Answer told(Call call, Sentence done, CompletableFuture<ObsAnswer> answer) {
        try {
            return switch (answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                case ObsAnswer.Done() -> Answer.message(done.in(AcceptedLanguage.of(call)));
                case ObsAnswer.Failed(var why) -> refusal(call, 409, why);
            };
        } catch (TimeoutException late) {
            return refusal(call, 504, SILENT);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return refusal(call, 503, SILENT);
        }
    }

    private static Answer refusal(Call call, int status, Sentence why) {
        return Answer.refusal(status, why.in(AcceptedLanguage.of(call)));
    }
}
