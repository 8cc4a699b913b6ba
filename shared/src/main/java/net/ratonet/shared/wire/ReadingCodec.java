package net.ratonet.shared.wire;

import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Readings to JSON and back, with the field names that every RatoNet program has used since 2024.
/// Fields that an old agent leaves out count as zero; what is there must be in range.
public final class ReadingCodec {

    /// More links than any backpack holds; a list longer than this is an attack.
    private static final int MOST_LINKS = 64;

    /// Generous ends for quantities that have none: a rate, a delay, an uptime.
    private static final double HUGE = 1e9;

    private ReadingCodec() {}

    public static String typeOf(Reading reading) {
        return switch (reading) {
            case GeoFix _ -> "gps";
            case HardwareReading _ -> "hardware";
            case NetworkReading _ -> "network";
            case StarlinkReading _ -> "starlink";
            case StreamHealth _ -> "health";
        };
    }

    public static ObjectNode encode(Reading reading) {
        return switch (reading) {
            case GeoFix gps -> encodeGps(gps);
            case HardwareReading hardware -> encodeHardware(hardware);
            case NetworkReading network -> Json.object().set("links", encodeLinks(network));
            case StarlinkReading starlink -> encodeStarlink(starlink);
            case StreamHealth health -> encodeHealth(health);
        };
    }

    public static ArrayNode encodeLinks(NetworkReading network) {
        var links = Json.array();
        for (var link : network.links()) {
            links.add(
                    Json.object()
                            .put("interface", link.interfaceName())
                            .put("type", link.type().wireName())
                            .put("connected", link.connected())
                            .put("rtt_ms", link.rttMs())
                            .put("jitter_ms", link.jitterMs())
                            .put("packet_loss_pct", link.packetLossPct())
                            .put("bandwidth_mbps", link.bandwidthMbps())
                            .put("score", link.score()));
        }
        return links;
    }

    /// Decodes the data of an envelope, or says that its type is no reading.
    public static Decoded<Reading> decode(String type, ObjectNode data) {
        var fields = new JsonFields(data);
        return switch (type) {
            case "gps" -> fields.finish(() -> decodeGps(fields));
            case "hardware" -> fields.finish(() -> decodeHardware(fields));
            case "network" ->
                    fields.finish(() ->
                            new NetworkReading(
                                    fields.list("links", MOST_LINKS, ReadingCodec::decodeLink)));
            case "starlink" -> fields.finish(() -> decodeStarlink(fields));
            case "health" -> fields.finish(() -> decodeHealth(fields));
            default -> new Decoded.Refused<>("type", "is no kind of reading: " + Excerpt.of(type));
        };
    }

    private static ObjectNode encodeGps(GeoFix gps) {
        return Json.object()
                .put("lat", gps.lat())
                .put("lng", gps.lng())
                .put("speed_kmh", gps.speedKmh())
                .put("altitude_m", gps.altitudeM())
                .put("heading", gps.heading())
                .put("satellites", gps.satellites())
                .put("fix", gps.fix().wireName());
    }

    private static Reading decodeGps(JsonFields in) {
        return new GeoFix(
                in.number("lat", -90, 90),
                in.number("lng", -180, 180),
                in.number("speed_kmh", 0, HUGE, 0),
                in.number("altitude_m", -HUGE, HUGE, 0),
                in.number("heading", 0, 360, 0),
                in.integer("satellites", 0, 1_000, 0),
                in.choice("fix", FixKind.values(), FixKind::wireName, FixKind.NONE));
    }

    private static ObjectNode encodeHardware(HardwareReading hardware) {
        var out =
                Json.object()
                        .put("cpu_percent", hardware.cpuPercent())
                        .put("cpu_temp_c", hardware.cpuTempC())
                        .put("ram_percent", hardware.ramPercent())
                        .put("disk_percent", hardware.diskPercent());
        hardware.batteryPercent()
                .ifPresentOrElse(
                        percent -> out.put("battery_percent", percent),
                        () -> out.putNull("battery_percent"));
        return out.put("battery_charging", hardware.batteryCharging());
    }

    private static Reading decodeHardware(JsonFields in) {
        return new HardwareReading(
                in.number("cpu_percent", 0, 100, 0),
                in.number("cpu_temp_c", -HUGE, HUGE, 0),
                in.number("ram_percent", 0, 100, 0),
                in.number("disk_percent", 0, 100, 0),
                in.optionalNumber("battery_percent", 0, 100),
                in.flag("battery_charging", false));
    }

    private static LinkReading decodeLink(JsonFields in) {
        return new LinkReading(
                in.text("interface", 64),
                in.choice("type", LinkClass.values(), LinkClass::wireName, LinkClass.UNKNOWN),
                in.flag("connected", false),
                in.number("rtt_ms", 0, HUGE, 0),
                in.number("jitter_ms", 0, HUGE, 0),
                in.number("packet_loss_pct", 0, 100, 0),
                in.number("bandwidth_mbps", 0, HUGE, 0),
                in.integer("score", 0, 100, 0));
    }

    private static ObjectNode encodeStarlink(StarlinkReading starlink) {
        return Json.object()
                .put("connected", starlink.connected())
                .put("latency_ms", starlink.latencyMs())
                .put("download_mbps", starlink.downloadMbps())
                .put("upload_mbps", starlink.uploadMbps())
                .put("obstruction_pct", starlink.obstructionPct())
                .put("uptime_s", starlink.uptimeS());
    }

    private static Reading decodeStarlink(JsonFields in) {
        return new StarlinkReading(
                in.flag("connected", false),
                in.number("latency_ms", 0, HUGE, 0),
                in.number("download_mbps", 0, HUGE, 0),
                in.number("upload_mbps", 0, HUGE, 0),
                in.number("obstruction_pct", 0, 100, 0),
                (long) in.number("uptime_s", 0, HUGE, 0));
    }

    private static ObjectNode encodeHealth(StreamHealth health) {
        return Json.object()
                .put("score", health.score())
                .put("state", health.state().wireName())
                .put("active_links", health.activeLinks())
                .put("total_links", health.totalLinks())
                .put("bitrate_kbps", health.bitrateKbps())
                .put("message", health.message());
    }

    private static Reading decodeHealth(JsonFields in) {
        return new StreamHealth(
                in.integer("score", 0, 100, 0),
                in.choice("state", HealthState.values(), HealthState::wireName, HealthState.DOWN),
                in.integer("active_links", 0, MOST_LINKS, 0),
                in.integer("total_links", 0, MOST_LINKS, 0),
                in.number("bitrate_kbps", 0, HUGE, 0),
                in.text("message", 500, ""));
    }
}
