package net.ratonet.station.main;

import java.util.Locale;
import java.util.Map;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.ReadingCodec;
import net.ratonet.station.bonding.DataBudget;
import net.ratonet.station.config.StationConfig;
import net.ratonet.station.control.StationControl;
import net.ratonet.station.network.Bonding;
import net.ratonet.station.source.EncoderStatistics;
import net.ratonet.station.telemetry.Advice;
import net.ratonet.station.telemetry.PowerReading;
import net.ratonet.station.telemetry.StationSnapshot;
import net.ratonet.station.telemetry.Timed;
import net.ratonet.station.uplink.UplinkState;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The whole state of a station as one JSON object, for programs on its machine.
final class StatusDocument {

    private final StationConfig config;

    StatusDocument(StationConfig config) {
        this.config = config;
    }

    ObjectNode of(
            StationControl control, Bonding bonding, StationSnapshot snapshot, UplinkState uplink) {
        var json = Json.object().put("streamer", config.relay().streamerId().value());
        json.put("simulated", config.telemetry().simulated());
        json.set("stream", stream(control));
        json.set("relay", relay(uplink));
        json.set("bond", BondJson.of(bonding.board()));
        json.set("links", links(snapshot));
        json.set("data_plans", dataPlans(bonding.budgets()));
        json.set("modems", ModemJson.of(snapshot.allModems()));
        json.set("readings", readings(snapshot));
        json.set("advice", advice(snapshot));
        json.set("troubles", troubles(snapshot));
        return json;
    }

    private static ObjectNode stream(StationControl control) {
        var status = control.status();
        var json =
                Json.object()
                        .put("state", status.state())
                        .put("explanation", status.explanation())
                        .put("notice", status.notice())
                        .put("encoder", status.job().map(job -> job.codec().libavName()).orElse(""))
                        .put("fps", status.fps())
                        .put("kbps", status.kbps())
                        .put("dropped_frames", status.droppedFrames())
                        .put("bitrate_cause", control.bitrateCause());
        status.job().ifPresent(job -> json.put("picture", job.picture().toString()));
        status.statistics().ifPresent(now -> measured(now, json));
        return json;
    }

    private static void measured(EncoderStatistics now, ObjectNode json) {
        json.put("target_kbps", now.target().kbps())
                .put("encoder_lag_ms", now.lagMs())
                .put("every_nth_picture", now.everyNth());
        json.putObject("source")
                .put("state", now.feed().state().wireName())
                .put("trouble", now.feed().trouble())
                .put("audio_peak_db", now.feed().peakDb())
                .put("audio_rms_db", now.feed().rmsDb());
        json.putObject("recording")
                .put("state", now.recording().state().wireName())
                .put("note", now.recording().note())
                .put("file_bytes", now.recording().fileBytes())
                .put("used_percent", now.recording().usedPercent())
                .put("dropped_packets", now.recording().dropped());
    }

    private ObjectNode relay(UplinkState uplink) {
        var json = Json.object().put("server", config.relay().server().toString());
        return switch (uplink) {
            case UplinkState.Online _ -> json.put("state", "online");
            case UplinkState.Connecting _ -> json.put("state", "connecting");
            case UplinkState.Waiting(var failures, _, var reason) ->
                    json.put("state", "waiting").put("failures", failures).put("reason", reason);
        };
    }

    private static ArrayNode links(StationSnapshot snapshot) {
        var list = Json.array();
        snapshot.network()
                .ifPresent(network ->
                        network.value()
                                .links()
                                .forEach(link ->
                                        list.addObject()
                                                .put("link", link.interfaceName())
                                                .put("type", word(link.type()))
                                                .put("connected", link.connected())
                                                .put("rtt_ms", link.rttMs())
                                                .put("jitter_ms", link.jitterMs())
                                                .put("loss_pct", link.packetLossPct())
                                                .put("bandwidth_mbps", link.bandwidthMbps())
                                                .put("score", link.score())));
        return list;
    }

    private static ObjectNode readings(StationSnapshot snapshot) {
        var json = Json.object();
        snapshot.position().ifPresent(fix -> json.set("position", reading(fix)));
        snapshot.hardware().ifPresent(host -> json.set("hardware", reading(host)));
        snapshot.starlink().ifPresent(dish -> json.set("starlink", reading(dish)));
        snapshot.power().ifPresent(power -> json.set("power", power(power)));
        return json;
    }

    private static ObjectNode power(Timed<PowerReading> timed) {
        var power = timed.value();
        var json = Json.object();
        power.batteryPercent().ifPresent(percent -> json.put("battery_percent", percent));
        json.put("charging", power.charging());
        power.timeLeft().ifPresent(left -> json.put("minutes_left", left.toMinutes()));
        var faults = json.putArray("faults");
        power.faults().stream().sorted().forEach(fault -> faults.add(word(fault)));
        return json.put("at", timed.at().toString());
    }

    private static ArrayNode dataPlans(Map<String, DataBudget> budgets) {
        var list = Json.array();
        budgets.forEach((link, budget) ->
                list.addObject()
                        .put("link", link)
                        .put("used_bytes", budget.usedBytes())
                        .put("cap_bytes", budget.capBytes())
                        .put("used_percent", 100.0 * budget.usedBytes() / budget.capBytes())
                        .put("level", word(budget.level()))
                        .put("since", budget.since().toString())
                        .put("reset_day", budget.resetDay()));
        return list;
    }

    private static ObjectNode reading(Timed<? extends Reading> reading) {
        return ReadingCodec.encode(reading.value()).put("at", reading.at().toString());
    }

    private static ArrayNode advice(StationSnapshot snapshot) {
        var list = Json.array();
        snapshot.advice().forEach(advice -> list.add(advice(advice)));
        return list;
    }

    private static ObjectNode advice(Advice advice) {
        return Json.object()
                .put("code", advice.code())
                .put("severity", word(advice.severity()))
                .put("subject", advice.subject())
                .put("english", advice.english())
                .put("portuguese", advice.portuguese());
    }

    private static ObjectNode troubles(StationSnapshot snapshot) {
        var json = Json.object();
        snapshot.troubles().forEach(json::put);
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
