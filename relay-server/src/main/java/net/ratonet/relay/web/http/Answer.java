package net.ratonet.relay.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;

/// What goes back to a caller.
public record Answer(int status, String contentType, AnswerBody body, Map<String, String> headers) {

    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain;charset=utf-8";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(JsonNode node) {
        return encodedJson(Payload.json(node));
    }

    /// JSON that was encoded before, perhaps once for many callers.
    public static Answer encodedJson(Payload body) {
        return new Answer(200, JSON, body, Map.of());
    }

    public static Answer text(String text) {
        return new Answer(200, TEXT, Payload.text(text), Map.of());
    }

    public static Answer message(String message) {
        return json(Json.object().put("message", message));
    }

    /// A body that is written while it goes out.
    public static Answer stream(String contentType, OptionalLong length, BodyWriter writer) {
        return new Answer(200, contentType, new AnswerBody.Stream(length, writer), Map.of());
    }

    /// An error in the one shape that errors have.
    public static Answer refusal(int status, String detail) {
        return encodedJson(error(detail)).withStatus(status);
    }

    static Payload error(String detail) {
        return Payload.json(Json.object().put("detail", detail));
    }

    /// A value that the caller sent is missing or wrong.
    public static Answer unprocessable(String field, String reason) {
        var detail = (field + " " + reason).strip();
        return json(Json.object().put("detail", detail).put("field", field)).withStatus(422);
    }

    public static Answer unprocessable(Decoded.Refused<?> refused) {
        return unprocessable(refused.field(), refused.reason());
    }

    public Answer withStatus(int other) {
        return new Answer(other, contentType, body, headers);
    }

    public Answer withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }

    /// Bodies may hold a key that was just made.
    @Override
    public String toString() {
        return "Answer[%d, %s]".formatted(status, contentType);
    }
}
