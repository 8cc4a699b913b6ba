package net.ratonet.station.telemetry.gps;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads gpsd's JSON protocol, version 3. A quantity out of its range is refused with its message.
final class GpsdCodec {

    /// Asks for reports until further notice.
    static final String WATCH = "?WATCH={\"enable\":true,\"json\":true};\n";

    /// Asks for a sign of life.
    static final String DEVICES = "?DEVICES;\n";

    private static final double HUGE = 1e6;
    private static final int LONGEST_TEXT = 200;

    private GpsdCodec() {}

    static Decoded<GpsdMessage> decode(String line) {
        return Json.readObject(line).flatMap(GpsdCodec::decode);
    }

    private static Decoded<GpsdMessage> decode(ObjectNode object) {
        var in = new JsonFields(object);
        return in.finish(() -> message(in, object));
    }

    private static GpsdMessage message(JsonFields in, ObjectNode object) {
        var type = in.text("class", 20);
        return switch (type) {
            case "VERSION" ->
                    new GpsdMessage.Version(
                            in.text("release", LONGEST_TEXT, ""),
                            in.integer("proto_major", 0, 1_000, 0));
            case "DEVICES" -> new GpsdMessage.Devices(object.path("devices").size());
            case "TPV" -> new GpsdMessage.Position(position(in));
            case "SKY" -> new GpsdMessage.Sky(used(in, object));
            case "ERROR" -> new GpsdMessage.Trouble(in.text("message", LONGEST_TEXT, ""));
            default -> new GpsdMessage.Other(type);
        };
    }

    private static PartialFix position(JsonFields in) {
        return new PartialFix(
                in.text("time", 40, ""),
                kind(in.integer("mode", 0, 9, 0)),
                in.optionalNumber("lat", -90, 90),
                in.optionalNumber("lon", -180, 180),
                altitude(in),
                in.optionalNumber("speed", 0, HUGE),
                in.optionalNumber("track", 0, 360));
    }

    /// Above the sea if known, above the ellipsoid if not; `alt` is what gpsd before 3.20 wrote.
    private static OptionalDouble altitude(JsonFields in) {
        for (var name : new String[] {"altMSL", "alt", "altHAE"}) {
            var altitude = in.optionalNumber(name, -HUGE, HUGE);
            if (altitude.isPresent()) {
                return altitude;
            }
        }
        return OptionalDouble.empty();
    }

    private static FixKind kind(int mode) {
        return switch (mode) {
            case 2 -> FixKind.TWO_D;
            case 3 -> FixKind.THREE_D;
            default -> FixKind.NONE;
        };
    }

    private static OptionalInt used(JsonFields in, ObjectNode object) {
        if (in.has("uSat")) {
            return OptionalInt.of(in.integer("uSat", 0, 1_000, 0));
        }
        if (!object.path("satellites").isArray()) {
            return OptionalInt.empty();
        }
        var used = 0;
        for (JsonNode satellite : object.path("satellites")) {
            used += satellite.path("used").asBoolean(false) ? 1 : 0;
        }
        return OptionalInt.of(used);
    }
}
