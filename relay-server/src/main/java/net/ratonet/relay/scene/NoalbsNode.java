package net.ratonet.relay.scene;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.ratonet.relay.health.Sentence;
import tools.jackson.databind.JsonNode;

/// One object of a NOALBS file, read leniently: what is missing is absent, what is of the wrong
/// kind is absent and noted.
record NoalbsNode(String path, Optional<JsonNode> node, Consumer<Sentence> notes) {

    NoalbsNode at(String name) {
        var child = child(name).filter(found -> noted(name, found, found.isObject()));
        return new NoalbsNode(named(name), child, notes);
    }

    boolean isPresent() {
        return node.isPresent();
    }

    Optional<String> text(String name) {
        return child(name)
                .filter(found -> noted(name, found, found.isString()))
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }

    /// A number that is not negative.
    Optional<Double> number(String name) {
        return child(name)
                .filter(found -> noted(name, found, found.isNumber() && found.asDouble() >= 0))
                .map(JsonNode::asDouble);
    }

    boolean flag(String name, boolean fallback) {
        return child(name)
                .filter(found -> noted(name, found, found.isBoolean()))
                .map(JsonNode::asBoolean)
                .orElse(fallback);
    }

    List<NoalbsNode> list(String name) {
        return child(name)
                .filter(found -> noted(name, found, found.isArray()))
                .map(array -> array.valueStream().filter(JsonNode::isObject).map(this::of).toList())
                .orElse(List.of());
    }

    /// The names that lead to anything but null, false or nothing.
    Stream<String> namesInUse() {
        return node.stream()
                .flatMap(object -> object.propertyStream())
                .filter(property -> isInUse(property.getValue()))
                .map(Map.Entry::getKey);
    }

    private static boolean isInUse(JsonNode value) {
        return !value.isNull()
                && !(value.isBoolean() && !value.asBoolean())
                && !(value.isContainer() && value.isEmpty());
    }

    private NoalbsNode of(JsonNode item) {
        return new NoalbsNode(path, Optional.of(item), notes);
    }

    private Optional<JsonNode> child(String name) {
        return node.map(object -> object.get(name)).filter(found -> !found.isNull());
    }

    private boolean noted(String name, JsonNode found, boolean isRight) {
        if (!isRight) {
            notes.accept(
                    new Sentence(
                                    "%s: valor não entendido (%s), ignorado",
                                    "%s: value not understood (%s), ignored")
                            .with(named(name), found.getNodeType()));
        }
        return isRight;
    }

    private String named(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
