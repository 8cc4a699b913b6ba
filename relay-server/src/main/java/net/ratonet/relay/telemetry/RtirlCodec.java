package net.ratonet.relay.telemetry;

import java.time.Instant;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// The bodies of RealtimeIRL's `push` and `pull`, which Moblin and IRL Link already speak.
public final class RtirlCodec {

    private static final double KMH_PER_MPS = 3.6;
    private static final double HUGE = 1e9;

    /// Unix seconds reach this in the year 5138, unix milliseconds did in 1973: some apps send
    /// those.
    private static final double MOST_SECONDS = 1e11;

    /// What an app pushed.
    public record Push(GeoFix fix, Instant measuredAt) {}

    private RtirlCodec() {}

    /// Reads `{latitude, longitude, speed m/s, altitude m, timestamp unix s}`; all but the position
    /// may be missing.
    public static Decoded<Push> decodePush(ObjectNode body, Instant arrival) {
        var in = new JsonFields(body);
        return in.finish(() -> new Push(fix(in), measuredAt(in, arrival)));
    }

    /// What the world may know of a streamer; `location` is null when that is nothing. RealtimeIRL
    /// tells two heights apart, of which devices send us one.
    public static ObjectNode encodePull(LiveStreamer visible) {
        var out = Json.object();
        visible.position()
                .ifPresentOrElse(
                        position -> {
                            putFix(out, position.fix());
                            out.put("reportedAt", position.measuredAt().toEpochMilli());
                        },
                        () -> out.putNull("location"));
        return out.put("updatedAt", visible.updatedAt().toEpochMilli());
    }

    /// The answer for a streamer who is not live.
    public static ObjectNode encodeOffline() {
        return Json.object().putNull("location");
    }

    private static void putFix(ObjectNode out, GeoFix fix) {
        out.set(
                "altitude",
                Json.object().put("EGM96", fix.altitudeM()).put("WGS84", fix.altitudeM()));
        out.put("heading", fix.heading());
        out.set("location", Json.object().put("latitude", fix.lat()).put("longitude", fix.lng()));
        out.put("speed", fix.speedKmh() / KMH_PER_MPS);
    }

    private static GeoFix fix(JsonFields in) {
        var altitudeM = in.optionalNumber("altitude", -HUGE, HUGE);
        return new GeoFix(
                in.number("latitude", -90, 90),
                in.number("longitude", -180, 180),
                speedKmh(in),
                altitudeM.orElse(0),
                0,
                0,
                altitudeM.isPresent() ? FixKind.THREE_D : FixKind.TWO_D);
    }

    /// Phones say -1 for a speed that they do not know.
    private static double speedKmh(JsonFields in) {
        return Math.max(0, in.number("speed", -1, HUGE, 0)) * KMH_PER_MPS;
    }

    private static Instant measuredAt(JsonFields in, Instant arrival) {
        var stamp = in.optionalNumber("timestamp", 0, MOST_SECONDS * 1_000);
        if (stamp.isEmpty()) {
            return arrival;
        }
        var seconds = stamp.getAsDouble();
        return Instant.ofEpochMilli(Math.round(seconds < MOST_SECONDS ? seconds * 1_000 : seconds));
    }
}
