package net.ratonet.station.local;

import java.util.Locale;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.control.preflight.CheckReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was found before a live, as JSON.
public final class CheckJson {

    private CheckJson() {}

    public static ObjectNode of(CheckReport report) {
        var json = Json.object().put("go", report.isGo());
        json.set("findings", findings(report));
        return json;
    }

    static ArrayNode findings(CheckReport report) {
        var list = Json.array();
        report.findings()
                .forEach(finding ->
                        list.addObject()
                                .put("severity", finding.gravity().name().toLowerCase(Locale.ROOT))
                                .put("code", finding.code())
                                .put("what", finding.what())
                                .put("remedy", finding.remedy()));
        return list;
    }
}
