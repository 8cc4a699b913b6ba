package net.ratonet.station.telemetry.modem.dbus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The properties of one interface of an object, each looked at as what it should be; what is
/// something else counts as missing.
record Props(Map<String, Object> values) {

    static final Props NONE = new Props(Map.of());

    Optional<String> text(String name) {
        return values.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    OptionalLong number(String name) {
        return whole(values.get(name));
    }

    List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    Map<?, ?> map(String name) {
        return values.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    static OptionalLong whole(@Nullable Object value) {
        return value instanceof Number number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }
}
