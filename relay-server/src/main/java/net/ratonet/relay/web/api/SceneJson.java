package net.ratonet.relay.web.api;

import java.util.List;
import java.util.Locale;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.health.HealthReason;
import net.ratonet.relay.health.HealthTexts;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.SceneDecision;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.relay.scene.obs.SceneRemote;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a panel shows of a streamer's OBS, in the reader's language.
final class SceneJson {

    private final Language language;

    SceneJson(Language language) {
        this.language = language;
    }

    /// No OBS that the relay would touch.
    static ObjectNode none() {
        return Json.object()
                .put("active", false)
                .put("connected", false)
                .putNull("current_scene")
                .put("in_fallback", false)
                .put("held", false)
                .set("problems", Json.array())
                .putNull("health")
                .set("log", Json.array());
    }

    ObjectNode encode(SceneRemote remote) {
        var out = encode(remote.status().get());
        remote.verdict().ifPresent(verdict -> out.set("health", encode(verdict)));
        return out;
    }

    private ObjectNode encode(SceneStatus status) {
        return Json.object()
                .put("active", true)
                .put("connected", status.connected())
                .put("current_scene", status.currentScene().orElse(null))
                .put("in_fallback", status.inFallback())
                .put("held", status.held())
                .set("problems", texts(status.problems()))
                .putNull("health")
                .set("log", log(status.log().entries()));
    }

    private ArrayNode texts(List<Sentence> sentences) {
        var out = Json.array();
        sentences.forEach(sentence -> out.add(sentence.in(language)));
        return out;
    }

    private ArrayNode log(List<SceneDecision> oldestFirst) {
        var out = Json.array();
        oldestFirst.reversed().forEach(decision -> out.add(encode(decision)));
        return out;
    }

    private ObjectNode encode(SceneDecision decision) {
        return Json.object()
                .put("at", decision.at().toString())
                .put("level", wireName(decision.level()))
                .put("current", decision.current())
                .put("wanted", decision.wanted())
                .put("outcome", wireName(decision.outcome()))
                .put("text", decision.why().in(language));
    }

    private ObjectNode encode(HealthVerdict verdict) {
        var reasons = Json.array();
        verdict.reasons().forEach(reason -> reasons.add(encode(reason)));
        return Json.object()
                .put("score", verdict.score())
                .put("state", verdict.state().wireName())
                .put("message", HealthTexts.of(verdict.state()).in(language))
                .set("reasons", reasons);
    }

    private ObjectNode encode(HealthReason reason) {
        return Json.object()
                .put("cause", wireName(reason.cause()))
                .put("points", reason.points())
                .put("text", reason.text(language));
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
