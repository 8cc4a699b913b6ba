package net.ratonet.relay.rtmp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value in a command or in metadata.
public sealed interface AmfValue {

    record Num(double value) implements AmfValue {}

    record Bool(boolean value) implements AmfValue {}

    record Text(String value) implements AmfValue {}

    /// Named values in their order.
    ///
    /// @param array whether it travels as an array with names, as metadata do
    record Named(Map<String, AmfValue> values, boolean array) implements AmfValue {
        public Named {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    record Items(List<AmfValue> values) implements AmfValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Null() implements AmfValue {}

    record Undefined() implements AmfValue {}

    static Null nothing() {
        return new Null();
    }

    static Text text(String value) {
        return new Text(value);
    }

    static Num num(double value) {
        return new Num(value);
    }

    /// What stands under a name, when this has names.
    default Optional<AmfValue> get(String name) {
        return this instanceof Named(var values, _)
                ? Optional.ofNullable(values.get(name))
                : Optional.empty();
    }

    default Optional<String> text() {
        return this instanceof Text(var value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<Double> number() {
        return this instanceof Num(var value) ? Optional.of(value) : Optional.empty();
    }
}
