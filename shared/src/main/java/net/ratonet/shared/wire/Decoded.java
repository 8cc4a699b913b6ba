package net.ratonet.shared.wire;

import java.util.function.Function;

/// What became of bytes from outside: a value, or the reason why not. Never an exception.
public sealed interface Decoded<T> {

    record Accepted<T>(T value) implements Decoded<T> {}

    /// A field that is missing, of the wrong kind or out of range. The sender is otherwise sane.
    record Refused<T>(String field, String reason) implements Decoded<T> {
        @Override
        public String toString() {
            return field + " " + reason;
        }
    }

    /// Not a message at all.
    record Malformed<T>(String reason) implements Decoded<T> {}

    default <R> Decoded<R> map(Function<? super T, ? extends R> change) {
        return flatMap(value -> new Accepted<>(change.apply(value)));
    }

    /// Goes on with what was accepted, in a step that may itself refuse.
    default <R> Decoded<R> flatMap(Function<? super T, ? extends Decoded<R>> next) {
        return switch (this) {
            case Accepted<T>(var value) -> next.apply(value);
            case Refused<T>(var field, var reason) -> new Refused<>(field, reason);
            case Malformed<T>(var reason) -> new Malformed<>(reason);
        };
    }
}
