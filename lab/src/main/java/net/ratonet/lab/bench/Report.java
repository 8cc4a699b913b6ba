package net.ratonet.lab.bench;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a benchmark's result, as the Markdown table that the README holds. Each is shown as soon
/// as it is known.
public final class Report {

    private final List<String> rows = new ArrayList<>();
    private final List<String> columns;

    /// What was measured against an aim.
    public Report() {
        this(List.of("What", "Measured", "Aim"));
    }

    public Report(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public void row(String... cells) {
        row(List.of(cells));
    }

    public void row(List<String> cells) {
        var row = line(cells);
        rows.add(row);
        System.err.println(row);
    }

    /// A measurement and how it stands to its aim.
    public void row(String what, double value, Aim aim) {
        row(what, aim.measured(value), aim.verdict(value));
    }

    static String field(String json, String name) {
        return Json.readObject(json) instanceof Decoded.Accepted<ObjectNode>(var node)
                ? node.path(name).asString()
                : "unknown";
    }

    @Override
    public String toString() {
        var head = List.of(line(columns), line(columns.stream().map(_ -> "---").toList()));
        return String.join("\n", head) + "\n" + String.join("\n", rows) + "\n";
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
