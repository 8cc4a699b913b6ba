package net.ratonet.station.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every number of the status as a metric in Prometheus' text format, named by its place there; a
/// list's elements are told apart by the name that they give themselves.
final class MetricsText {

    private static final String PREFIX = "ratonet_station";
    private static final Set<String> COUNTERS =
            Set.of(
                    "bytes_received",
                    "bytes_sent",
                    "dropped_frames",
                    "naks",
                    "packets",
                    "unsendable");
    private static final Set<String> NAMES = Set.of("link", "modem");
    private static final Set<String> STATES = Set.of("mode", "state");

    private final Map<String, List<String>> samples = new TreeMap<>();

    private MetricsText() {}

    static String of(ObjectNode status) {
        var text = new MetricsText();
        text.walk(PREFIX, "", status);
        return text.write();
    }

    private void walk(String path, String labels, ObjectNode node) {
        for (var field : node.properties()) {
            var name = path + "_" + field.getKey();
            switch (field.getValue()) {
                case ObjectNode child -> walk(name, labels, child);
                case ArrayNode list -> list(name, list);
                default -> leaf(name, field.getKey(), labels, field.getValue());
            }
        }
    }

    private void list(String path, ArrayNode list) {
        add(path + "_count", "", list.size());
        var one = path.endsWith("s") ? path.substring(0, path.length() - 1) : path;
        for (var element : list) {
            if (element instanceof ObjectNode node) {
                NAMES.stream()
                        .filter(name -> node.path(name).isString())
                        .findFirst()
                        .ifPresent(name -> walk(one, label(name, node.path(name)), node));
            }
        }
    }

    private void leaf(String path, String name, String labels, JsonNode value) {
        if (value.isNumber()) {
            add(COUNTERS.contains(name) ? path + "_total" : path, labels, value.asDouble());
        } else if (value.isBoolean()) {
            add(path, labels, value.asBoolean() ? 1 : 0);
        } else if (value.isString() && STATES.contains(name)) {
            var state = label(name, value);
            add(path, labels.isEmpty() ? state : labels + "," + state, 1);
        }
    }

    private void add(String name, String labels, double value) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(name + (labels.isEmpty() ? "" : "{" + labels + "}") + " " + plain(value));
    }

    private String write() {
        var out = new StringBuilder();
        samples.forEach((name, lines) -> {
            var type = name.endsWith("_total") ? "counter" : "gauge";
            out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
            lines.forEach(line -> out.append(line).append('\n'));
        });
        return out.toString();
    }

    private static String label(String name, JsonNode value) {
        var text =
                value.asString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + "=\"" + text + "\"";
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
