package net.ratonet.shared.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one JSON object field by field and keeps the first mistake, so that a decoder reads like a
/// list of fields. For one thread and one object; unknown fields are nobody's business.
public final class JsonFields {

    private final JsonNode node;
    private final String path;
    private @Nullable Mistake mistake;

    public JsonFields(ObjectNode node) {
        this(node, "");
    }

    private JsonFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    public double number(String name, double lowest, double highest) {
        var value = present(name);
        if (value == null) {
            refuse(name, "is missing");
            return lowest;
        }
        return checkedNumber(name, value, lowest, highest);
    }

    public double number(String name, double lowest, double highest, double fallback) {
        var value = present(name);
        return value == null ? fallback : checkedNumber(name, value, lowest, highest);
    }

    public OptionalDouble optionalNumber(String name, double lowest, double highest) {
        var value = present(name);
        return value == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(checkedNumber(name, value, lowest, highest));
    }

    public int integer(String name, int lowest, int highest, int fallback) {
        var number = number(name, lowest, highest, fallback);
        if (number != Math.rint(number)) {
            refuse(name, "must be a whole number");
        }
        return (int) number;
    }

    public boolean flag(String name, boolean fallback) {
        var value = present(name);
        if (value == null) {
            return fallback;
        }
        if (!value.isBoolean()) {
            refuse(name, "must be true or false");
        }
        return value.asBoolean(fallback);
    }

    public String text(String name, int longest) {
        var value = present(name);
        if (value == null) {
            refuse(name, "is missing");
            return "";
        }
        return checkedText(name, value, longest);
    }

    public String text(String name, int longest, String fallback) {
        var value = present(name);
        return value == null ? fallback : checkedText(name, value, longest);
    }

    public Optional<String> optionalText(String name, int longest) {
        var value = present(name);
        return value == null ? Optional.empty() : Optional.of(checkedText(name, value, longest));
    }

    /// The constant that the text names, where `wireName` tells how a constant is written.
    public <E> E choice(String name, E[] choices, Function<E, String> wireName, E fallback) {
        var text = text(name, 64, wireName.apply(fallback));
        var allowed = new ArrayList<String>();
        for (var choice : choices) {
            if (wireName.apply(choice).equals(text)) {
                return choice;
            }
            allowed.add(wireName.apply(choice));
        }
        refuse(name, "must be one of " + String.join(", ", allowed));
        return fallback;
    }

    /// Each object of an array, read by the same decoder. A missing array is an empty one.
    public <T> List<T> list(String name, int most, Function<JsonFields, T> decoder) {
        var value = present(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            refuse(name, "must be a list of at most " + most);
            return List.of();
        }
        var items = new ArrayList<T>();
        for (var index = 0; index < value.size() && isFaultless(); index++) {
            decodeItem(name + "[" + index + "]", value.get(index), decoder).ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    /// Each text of an array. A missing array is an empty one.
    public List<String> texts(String name, int most, int longest) {
        var value = present(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            refuse(name, "must be a list of at most " + most);
            return List.of();
        }
        var items = new ArrayList<String>();
        for (var index = 0; index < value.size() && isFaultless(); index++) {
            items.add(checkedText(name + "[" + index + "]", value.get(index), longest));
        }
        return List.copyOf(items);
    }

    /// An object within this one, read by its own decoder; its mistakes carry both names. Empty
    /// when it is missing or wrong.
    public <T> Optional<T> nested(String name, Function<JsonFields, T> decoder) {
        var value = present(name);
        return value == null ? Optional.empty() : decodeItem(name, value, decoder);
    }

    private <T> Optional<T> decodeItem(
            String name, JsonNode item, Function<JsonFields, T> decoder) {
        if (!item.isObject()) {
            refuse(name, "must be an object");
            return Optional.empty();
        }
        var fields = new JsonFields(item, path + name + ".");
        var built = fields.build(() -> decoder.apply(fields));
        keep(fields.mistake);
        return built;
    }

    /// Every text, number and truth value of the object, as text. What is nested or null is left
    /// out.
    public Map<String, String> plainValues(int longest) {
        var values = new LinkedHashMap<String, String>();
        for (var field : node.properties()) {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                values.put(field.getKey(), field.getValue().asString());
            }
        }
        values.forEach((name, value) -> {
            if (name.length() > longest || value.length() > longest) {
                refuse(Excerpt.of(name), "must have at most " + longest + " characters");
            }
        });
        return values;
    }

    public ObjectNode object(String name) {
        if (present(name) instanceof ObjectNode object) {
            return object;
        }
        refuse(name, "must be an object");
        return Json.object();
    }

    public boolean has(String name) {
        return present(name) != null;
    }

    /// Notes a mistake that only the caller can see. The first one wins.
    public void refuse(String name, String reason) {
        keep(new Mistake(path + name, reason));
    }

    public boolean isFaultless() {
        return mistake == null;
    }

    /// Builds the value, unless a field was wrong or is found to be while building.
    public <T> Decoded<T> finish(Supplier<T> build) {
        return build(build).<Decoded<T>>map(Decoded.Accepted::new).orElseGet(this::refusal);
    }

    /// The first mistake, for a decoder that must stop early.
    public <T> Decoded<T> refusal() {
        if (mistake == null) {
            throw new IllegalStateException("nothing was refused");
        }
        return new Decoded.Refused<>(mistake.field(), mistake.reason());
    }

    /// A record's own check may know more than the field ranges; its message starts with the field.
    private <T> Optional<T> build(Supplier<T> build) {
        if (!isFaultless()) {
            return Optional.empty();
        }
        try {
            var value = build.get();
            return isFaultless() ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException refusal) {
            var message = Optional.ofNullable(refusal.getMessage()).orElse("value");
            var words = message.split(" ", 2);
            refuse(words[0], words.length == 2 ? words[1] : "is wrong");
            return Optional.empty();
        }
    }

    private double checkedNumber(String name, JsonNode value, double lowest, double highest) {
        if (!value.isNumber()) {
            refuse(name, "must be a number");
            return lowest;
        }
        var number = value.asDouble();
        if (!(number >= lowest && number <= highest)) {
            refuse(name, "must be between %s and %s".formatted(plain(lowest), plain(highest)));
            return lowest;
        }
        // Turns -0.0 into 0.0, which reads better and equals what it means.
        return number + 0.0;
    }

    private String checkedText(String name, JsonNode value, int longest) {
        if (!value.isString()) {
            refuse(name, "must be text");
            return "";
        }
        var text = value.asString();
        if (text.length() > longest) {
            refuse(name, "must have at most " + longest + " characters");
        }
        return text;
    }

    private @Nullable JsonNode present(String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private void keep(@Nullable Mistake next) {
        if (mistake == null) {
            mistake = next;
        }
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    private record Mistake(String field, String reason) {}
}
