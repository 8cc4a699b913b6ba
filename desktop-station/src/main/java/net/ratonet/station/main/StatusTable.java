package net.ratonet.station.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The status of a station as lines for people.
final class StatusTable {

    private static final String MODEM_ROW = "%-14s %-16s %-13s %-8s %9s %8s  %s";

    private StatusTable() {}

    static List<String> lines(ObjectNode status) {
        var lines = new ArrayList<String>();
        lines.add("Stream   " + stream(status.path("stream")));
        recording(status.path("stream").path("recording"), lines);
        lines.add("Relay    " + relay(status.path("relay")));
        lines.add("Bond     " + bond(status.path("bond")));
        position(status.path("readings").path("position"), lines);
        hardware(status.path("readings").path("hardware"), lines);
        power(status.path("readings").path("power"), lines);
        links(status, lines);
        modems(status.path("modems"), lines);
        for (var advice : status.path("advice")) {
            lines.add(
                    "%-8s %s: %s"
                            .formatted(
                                    text(advice, "severity").toUpperCase(Locale.ROOT),
                                    text(advice, "subject"),
                                    text(advice, "english")));
        }
        for (var trouble : status.path("troubles").properties()) {
            lines.add("TROUBLE  " + trouble.getKey() + ": " + trouble.getValue().asString());
        }
        return lines;
    }

    private static String stream(JsonNode stream) {
        var state = text(stream, "state");
        var why = text(stream, "explanation");
        if (!state.equals("live")) {
            return why.isEmpty() ? state : state + ": " + why;
        }
        var cause = text(stream, "bitrate_cause");
        var every = stream.path("every_nth_picture").asInt(1);
        return "live, %s fps%s, %s kbit/s, %d frames dropped%s"
                .formatted(
                        number(stream, "fps", 1),
                        every == 1 ? "" : " (one picture of %d, for the bitrate)".formatted(every),
                        number(stream, "kbps", 0),
                        stream.path("dropped_frames").asLong(),
                        cause.isEmpty() ? "" : "; bitrate: " + cause);
    }

    private static void recording(JsonNode recording, List<String> lines) {
        var state = text(recording, "state");
        if (state.isEmpty() || state.equals("off")) {
            return;
        }
        var note = text(recording, "note");
        lines.add(
                "Record   %s, %.1f MB in this file, %s %% of the room taken%s"
                        .formatted(
                                state,
                                recording.path("file_bytes").asDouble() / 1e6,
                                number(recording, "used_percent", 0),
                                note.isEmpty() ? "" : "; " + note));
    }

    private static String relay(JsonNode relay) {
        var reason = text(relay, "reason");
        return "%s, %s%s"
                .formatted(
                        text(relay, "state"),
                        text(relay, "server"),
                        reason.isEmpty() ? "" : ": " + reason);
    }

    private static String bond(JsonNode bond) {
        return bond.path("joined").asBoolean()
                ? "%s, %s kbit/s confirmed of %s kbit/s sent, round trip %s ms"
                        .formatted(
                                text(bond, "mode"),
                                number(bond, "acknowledged_kbps", 0),
                                number(bond, "sent_kbps", 0),
                                number(bond, "rtt_ms", 0))
                : "not in use";
    }

    private static void position(JsonNode position, List<String> lines) {
        if (position.isObject()) {
            lines.add(
                    "Position %s, %s at %s km/h, %s satellites"
                            .formatted(
                                    number(position, "lat", 5),
                                    number(position, "lng", 5),
                                    number(position, "speed_kmh", 0),
                                    number(position, "satellites", 0)));
        }
    }

    private static void hardware(JsonNode hardware, List<String> lines) {
        if (hardware.isObject()) {
            lines.add(
                    "Machine  CPU %s %% at %s °C, memory %s %%, disk %s %%"
                            .formatted(
                                    number(hardware, "cpu_percent", 0),
                                    number(hardware, "cpu_temp_c", 0),
                                    number(hardware, "ram_percent", 0),
                                    number(hardware, "disk_percent", 0)));
        }
    }

    private static void links(ObjectNode status, List<String> lines) {
        var bonded = status.path("bond").path("links");
        lines.add("");
        lines.add(
                row(
                        "LINK",
                        "STATE",
                        "PRIORITY",
                        "RTT ms",
                        "LOSS %",
                        "kbit/s",
                        "SHARE",
                        "DATA PLAN"));
        for (var link : bonded) {
            lines.add(
                    row(
                            text(link, "link"),
                            text(link, "state"),
                            text(link, "priority"),
                            number(link, "rtt_ms", 0),
                            number(link, "loss_pct", 1),
                            number(link, "sent_kbps", 0),
                            "%.0f %%".formatted(100 * link.path("share").asDouble()),
                            plan(status, text(link, "link"))));
        }
        for (var link : status.path("links")) {
            if (!names(bonded, text(link, "link"))) {
                lines.add(
                        row(
                                text(link, "link"),
                                link.path("connected").asBoolean() ? "connected" : "down",
                                "",
                                number(link, "rtt_ms", 0),
                                number(link, "loss_pct", 1),
                                "",
                                "",
                                plan(status, text(link, "link"))));
            }
        }
        lines.add("");
    }

    private static String row(Object... cells) {
        return "%-14s %-11s %-9s %8s %8s %8s %7s  %s".formatted(cells).stripTrailing();
    }

    /// What is used of a link's data plan, if it has one.
    private static String plan(ObjectNode status, String link) {
        return status.path("data_plans")
                .valueStream()
                .filter(plan -> text(plan, "link").equals(link))
                .findFirst()
                .map(plan ->
                        "%.1f of %.1f GB (%s %%)"
                                .formatted(
                                        plan.path("used_bytes").asDouble() / 1e9,
                                        plan.path("cap_bytes").asDouble() / 1e9,
                                        number(plan, "used_percent", 0)))
                .orElse("");
    }

    private static void modems(JsonNode modems, List<String> lines) {
        if (modems.isEmpty()) {
            return;
        }
        lines.add(
                MODEM_ROW.formatted(
                        "MODEM", "OPERATOR", "NETWORK", "BAND", "RSRP dBm", "SINR dB", "SIM"));
        for (var modem : modems) {
            lines.add(
                    MODEM_ROW.formatted(
                            text(modem, "modem"),
                            text(modem, "operator"),
                            text(modem, "technology"),
                            text(modem, "band"),
                            known(modem, "rsrp_dbm"),
                            known(modem, "sinr_db"),
                            sim(modem)));
        }
        lines.add("");
    }

    private static String sim(JsonNode modem) {
        var sim = text(modem, "sim").replace('_', ' ');
        return modem.path("roaming").asBoolean() ? sim + ", roaming" : sim;
    }

    private static String known(JsonNode node, String name) {
        return node.has(name) ? number(node, name, 0) : "-";
    }

    private static void power(JsonNode power, List<String> lines) {
        if (!power.isObject()) {
            return;
        }
        var words = new ArrayList<String>();
        if (power.has("battery_percent")) {
            words.add("battery %s %%".formatted(number(power, "battery_percent", 0)));
            words.add(power.path("charging").asBoolean() ? "charging" : "not charging");
        }
        if (power.has("minutes_left")) {
            words.add(number(power, "minutes_left", 0) + " minutes left");
        }
        power.path("faults").forEach(fault -> words.add(fault.asString("").replace('_', ' ')));
        if (!words.isEmpty()) {
            lines.add("Power    " + String.join(", ", words));
        }
    }

    private static boolean names(JsonNode links, String name) {
        return links.valueStream().anyMatch(link -> text(link, "link").equals(name));
    }

    /// What other machines wrote must not move the terminal's cursor.
    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").replaceAll("\\p{Cntrl}", " ");
    }

    private static String number(JsonNode node, String name, int digits) {
        return ("%." + digits + "f").formatted(node.path(name).asDouble());
    }
}
