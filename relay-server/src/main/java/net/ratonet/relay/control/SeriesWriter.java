package net.ratonet.relay.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Writes series of one kind of thing in Prometheus' text format. For one thread.
final class SeriesWriter<T> {

    private final StringBuilder out;
    private final List<T> things;
    private final Function<T, String> labels;

    /// @param labels as they stand between the braces; values made by us, so they need no quoting
    SeriesWriter(StringBuilder out, List<T> things, Function<T, String> labels) {
        this.out = out;
        this.things = List.copyOf(things);
        this.labels = labels;
    }

    SeriesWriter<T> gauge(String name, String meaning, ToDoubleFunction<T> value) {
        return write("gauge", name, meaning, value);
    }

    SeriesWriter<T> counter(String name, String meaning, ToDoubleFunction<T> value) {
        return write("counter", name, meaning, value);
    }

    private SeriesWriter<T> write(
            String type, String name, String meaning, ToDoubleFunction<T> value) {
        var full = "ratonet_media_" + name;
        out.append("# HELP %s %s\n# TYPE %s %s\n".formatted(full, meaning, full, type));
        for (var thing : things) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%s{%s} %s\n",
                            full,
                            labels.apply(thing),
                            value.applyAsDouble(thing)));
        }
        return this;
    }
}
