package net.ratonet.relay.scene.obs;

import java.util.Optional;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a simulated OBS answers each request, status codes as in obs-websocket 5.
final class SimulatedObsRequests {

    /// A request's outcome: OBS's code, a comment for people, and the answer's fields.
    record Outcome(int code, String comment, ObjectNode fields) {
        boolean isSuccess() {
            return code == SUCCESS;
        }
    }

    private static final int SUCCESS = 100;
    private static final int UNKNOWN_REQUEST = 204;
    private static final int NOT_READY = 207;
    private static final int MISSING_FIELD = 300;
    private static final int NOT_FOUND = 600;

    private final SimulatedStudio studio;

    SimulatedObsRequests(SimulatedStudio studio) {
        this.studio = studio;
    }

    Outcome answer(String type, JsonNode fields) {
        studio.noteRequest(type);
        if (!studio.isReady()) {
            return failed(NOT_READY, "OBS is not ready to perform the request.");
        }
        return switch (type) {
            case "GetVersion" -> version();
            case "GetSceneList" -> sceneList();
            case "GetCurrentProgramScene" -> currentScene();
            case "SetCurrentProgramScene" -> setScene(fields);
            case "GetStreamStatus" -> streamStatus();
            case "GetSceneItemId" -> itemId(fields);
            case "SetSceneItemEnabled" -> setVisible(fields);
            case "TriggerMediaInputAction" -> mediaAction(fields);
            default -> failed(UNKNOWN_REQUEST, "Your request type is not valid.");
        };
    }

    private static Outcome version() {
        return ok(
                Json.object()
                        .put("obsVersion", SimulatedObs.VERSION)
                        .put("obsWebSocketVersion", SimulatedObs.VERSION)
                        .put("rpcVersion", SimulatedObsClient.RPC_VERSION)
                        .put("platform", "simulation")
                        .put("platformDescription", SimulatedObs.VERSION));
    }

    /// OBS lists its scenes from the bottom up.
    private Outcome sceneList() {
        var scenes = Json.array();
        var names = studio.scenes().reversed();
        for (var index = 0; index < names.size(); index++) {
            scenes.addObject().put("sceneIndex", index).put("sceneName", names.get(index));
        }
        return ok(
                Json.object()
                        .put("currentProgramSceneName", studio.program())
                        .putNull("currentPreviewSceneName")
                        .set("scenes", scenes));
    }

    private Outcome currentScene() {
        return ok(
                Json.object()
                        .put("currentProgramSceneName", studio.program())
                        .put("sceneName", studio.program()));
    }

    private Outcome setScene(JsonNode fields) {
        var scene = text(fields, "sceneName");
        if (scene.isEmpty()) {
            return missing("sceneName");
        }
        return studio.show(scene.get()) ? ok(Json.object()) : sourceNotFound(scene.get());
    }

    private Outcome streamStatus() {
        return ok(
                Json.object()
                        .put("outputActive", studio.isStreaming())
                        .put("outputReconnecting", false)
                        .put("outputTimecode", "00:00:00.000")
                        .put("outputDuration", 0)
                        .put("outputCongestion", 0.0)
                        .put("outputBytes", 0)
                        .put("outputSkippedFrames", 0)
                        .put("outputTotalFrames", 0));
    }

    private Outcome itemId(JsonNode fields) {
        var scene = text(fields, "sceneName");
        var source = text(fields, "sourceName");
        if (scene.isEmpty() || source.isEmpty()) {
            return missing("sourceName");
        }
        var id = studio.itemId(scene.get(), source.get());
        return id.isPresent()
                ? ok(Json.object().put("sceneItemId", id.getAsInt()))
                : failed(NOT_FOUND, "No scene items were found in the specified scene.");
    }

    private Outcome setVisible(JsonNode fields) {
        var scene = text(fields, "sceneName");
        if (scene.isEmpty() || !fields.has("sceneItemId") || !fields.has("sceneItemEnabled")) {
            return missing("sceneItemId");
        }
        var id = fields.get("sceneItemId").asInt();
        return studio.setVisible(scene.get(), id, fields.get("sceneItemEnabled").asBoolean())
                ? ok(Json.object())
                : failed(NOT_FOUND, "No scene items were found in the specified scene.");
    }

    private Outcome mediaAction(JsonNode fields) {
        var input = text(fields, "inputName");
        if (input.isEmpty() || !fields.has("mediaAction")) {
            return missing("inputName");
        }
        return studio.hasInput(input.get()) ? ok(Json.object()) : sourceNotFound(input.get());
    }

    private static Optional<String> text(JsonNode fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private static Outcome ok(ObjectNode fields) {
        return new Outcome(SUCCESS, "", fields);
    }

    private static Outcome missing(String field) {
        return failed(MISSING_FIELD, "Your request is missing the `" + field + "` field.");
    }

    private static Outcome sourceNotFound(String name) {
        return failed(NOT_FOUND, "No source was found by the name of `" + name + "`.");
    }

    private static Outcome failed(int code, String comment) {
        return new Outcome(code, comment, Json.object());
    }
}
