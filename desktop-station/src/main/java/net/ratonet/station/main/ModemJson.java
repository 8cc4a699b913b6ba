package net.ratonet.station.main;

import java.util.List;
import java.util.Locale;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.telemetry.ModemReading;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the modems tell of themselves, as a JSON list; what one does not tell is left out.
final class ModemJson {

    private ModemJson() {}

    static ArrayNode of(List<ModemReading> modems) {
        var list = Json.array();
        modems.forEach(modem -> list.add(of(modem)));
        return list;
    }

    private static ObjectNode of(ModemReading modem) {
        var json = Json.object().put("modem", modem.label()).put("name", modem.name());
        modem.interfaceName().ifPresent(link -> json.put("interface", link));
        cell(modem, json);
        signal(modem, json);
        modem.usedBytes().ifPresent(bytes -> json.put("used_bytes", bytes));
        return json.put("sim", modem.sim().name().toLowerCase(Locale.ROOT))
                .put("roaming", modem.roaming());
    }

    private static void cell(ModemReading modem, ObjectNode json) {
        var cell = modem.cell();
        cell.operator().ifPresent(operator -> json.put("operator", operator));
        json.put("technology", cell.technology().label());
        cell.band().ifPresent(band -> json.put("band", band));
        cell.cellId().ifPresent(id -> json.put("cell_id", id));
        cell.pci().ifPresent(pci -> json.put("pci", pci));
    }

    private static void signal(ModemReading modem, ObjectNode json) {
        var signal = modem.signal();
        signal.rsrpDbm().ifPresent(dbm -> json.put("rsrp_dbm", dbm));
        signal.rsrqDb().ifPresent(decibel -> json.put("rsrq_db", decibel));
        signal.sinrDb().ifPresent(decibel -> json.put("sinr_db", decibel));
        signal.percent().ifPresent(percent -> json.put("signal_percent", percent));
    }
}
