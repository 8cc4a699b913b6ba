package net.ratonet.lab.bench;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a benchmark's result, as the Markdown table that the README holds.
final class Report {

    private final List<String> rows = new ArrayList<>();

    void row(String name, String measured, String aim) {
        var row = "| %s | %s | %s |".formatted(name, measured, aim);
        rows.add(row);
        System.err.println(row);
    }

    static String field(String json, String name) {
        return Json.readObject(json) instanceof Decoded.Accepted<ObjectNode>(var node)
                ? node.path(name).asString()
                : "unknown";
    }

    @Override
    public String toString() {
        return "| What | Measured | Aim |%n| --- | --- | --- |%n".formatted()
                + String.join("\n", rows)
                + "\n";
    }
}
