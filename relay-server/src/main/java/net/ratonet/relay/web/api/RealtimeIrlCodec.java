package net.ratonet.relay.web.api;

import java.time.Instant;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// RealtimeIRL's JSON, which counts speed in metres per second and time in seconds on the way in
/// and milliseconds on the way out.
final class RealtimeIrlCodec {

    private static final double HUGE = 1e9;
    private static final double MS_TO_KMH = 3.6;

    /// Far beyond any date; keeps the arithmetic on instants in range.
    private static final double LATEST_S = 1e11;

    private RealtimeIrlCodec() {}

    record Push(GeoFix fix, Instant measuredAt) {}

    static Decoded<Push> decode(ObjectNode body, Instant now) {
        var in = new JsonFields(body);
        return in.finish(() -> new Push(fix(in), measuredAt(in, now)));
    }

    private static GeoFix fix(JsonFields in) {
        return new GeoFix(
                in.number("latitude", -90, 90),
                in.number("longitude", -180, 180),
                Math.max(0, in.number("speed", -HUGE, HUGE, 0)) * MS_TO_KMH,
                in.number("altitude", -HUGE, HUGE, 0),
                heading(in.number("heading", -HUGE, HUGE, 0)),
                0,
                FixKind.THREE_D);
    }

    /// Phones write a negative speed or heading when they have none.
    private static double heading(double degrees) {
        return degrees >= 0 && degrees <= 360 ? degrees : 0;
    }

    /// A clock that runs ahead would pin the position for ever.
    private static Instant measuredAt(JsonFields in, Instant now) {
        if (!in.has("timestamp")) {
            return now;
        }
        var claimed = Instant.ofEpochMilli(Math.round(1_000 * in.number("timestamp", 0, LATEST_S)));
        return claimed.isAfter(now) ? now : claimed;
    }

    static ObjectNode encode(GeoFix fix, Instant reportedAt, Instant updatedAt) {
        var out = Json.object().put("accuracy", 0);
        out.set(
                "altitude",
                Json.object().put("EGM96", fix.altitudeM()).put("WGS84", fix.altitudeM()));
        out.put("heading", fix.heading());
        out.set("location", Json.object().put("latitude", fix.lat()).put("longitude", fix.lng()));
        return out.put("reportedAt", reportedAt.toEpochMilli())
                .put("speed", fix.speedKmh() / MS_TO_KMH)
                .put("updatedAt", updatedAt.toEpochMilli());
    }
}
