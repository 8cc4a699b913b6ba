package net.ratonet.shared.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The one JSON dialect of both programs: strict grammar, and limits that no honest message
/// reaches.
public final class Json {

    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 64 * 1024;
    private static final int LONGEST_NUMBER = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_STRING)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private Json() {}

    /// The mapper behind this dialect, for frameworks that insist on one.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /// Reads text that must be one JSON object.
    public static Decoded<ObjectNode> readObject(String text) {
        return read(text)
                .flatMap(node ->
                        node instanceof ObjectNode object
                                ? new Decoded.Accepted<>(object)
                                : new Decoded.Malformed<>("not a JSON object"));
    }

    public static Decoded<JsonNode> read(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node.isMissingNode()
                    ? new Decoded.Malformed<>("empty")
                    : new Decoded.Accepted<>(node);
        } catch (JacksonException mistake) {
            return new Decoded.Malformed<>(reasonOf(mistake));
        }
    }

    /// Jackson's own words name classes and settings and repeat the input, so they stay inside.
    private static String reasonOf(JacksonException mistake) {
        return switch (mistake) {
            case StreamConstraintsException _ -> "longer or deeper than a message may be";
            case UnexpectedEndOfInputException _ -> "cut off before its end";
            case MismatchedInputException _ -> "a repeated name, or text after the end";
            default -> "not JSON" + placeOf(mistake);
        };
    }

    private static String placeOf(JacksonException mistake) {
        var place = mistake.getLocation();
        return place == null || place.getCharOffset() < 0
                ? ""
                : " near character " + (place.getCharOffset() + 1);
    }
}
