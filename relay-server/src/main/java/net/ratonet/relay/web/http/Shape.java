package net.ratonet.relay.web.http;

import java.util.List;

/// What a JSON value looks like, as far as a reader of the API document wants to know.
public sealed interface Shape {

    Shape TEXT = new Text();
    Shape NUMBER = new Decimal();
    Shape WHOLE = new Whole();
    Shape FLAG = new Flag();
    Shape ANYTHING = new Anything();

    record Text() implements Shape {}

    record Decimal() implements Shape {}

    record Whole() implements Shape {}

    record Flag() implements Shape {}

    record Anything() implements Shape {}

    record ListOf(Shape item) implements Shape {}

    /// An object whose names are data, such as streamer ids.
    record MapOf(Shape value) implements Shape {}

    record Fields(List<Field> fields) implements Shape {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /// One field of an object.
    ///
    /// @param always whether the field is there in every value
    record Field(String name, Shape shape, boolean always) {}

    static Field field(String name, Shape shape) {
        return new Field(name, shape, true);
    }

    static Field maybe(String name, Shape shape) {
        return new Field(name, shape, false);
    }

    static Shape fields(Field... fields) {
        return new Fields(List.of(fields));
    }

    static Shape listOf(Shape item) {
        return new ListOf(item);
    }
}
