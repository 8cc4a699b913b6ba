package net.ratonet.relay.privacy;

import java.time.Duration;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Privacy rules to JSON and back: `{delay_s, precision: exact|street|city, sharing, zones: [{type:
/// circle, name, lat, lng, radius_m} | {type: polygon, name, points: [{lat, lng}]}]}`. What is left
/// out is open.
public final class PrivacyCodec {

    private enum Shape {
        CIRCLE("circle"),
        POLYGON("polygon");

        private final String wireName;

        Shape(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    private PrivacyCodec() {}

    public static ObjectNode encode(PrivacyRules rules) {
        var out =
                Json.object()
                        .put("delay_s", rules.delay().toMillis() / 1_000.0)
                        .put("precision", rules.precision().wireName())
                        .put("sharing", rules.sharing());
        var zones = Json.array();
        rules.zones().forEach(zone -> zones.add(encodeZone(zone)));
        return out.set("zones", zones);
    }

    public static Decoded<PrivacyRules> decode(ObjectNode node) {
        var in = new JsonFields(node);
        return in.finish(() -> decodeRules(in));
    }

    private static PrivacyRules decodeRules(JsonFields in) {
        var longest = PrivacyRules.LONGEST_DELAY.toMillis() / 1_000.0;
        return new PrivacyRules(
                Duration.ofMillis(Math.round(1_000 * in.number("delay_s", 0, longest, 0))),
                in.list("zones", PrivacyRules.MOST_ZONES, PrivacyCodec::decodeZone),
                in.choice("precision", Precision.values(), Precision::wireName, Precision.EXACT),
                in.flag("sharing", true));
    }

    private static ObjectNode encodeZone(Zone zone) {
        return switch (zone) {
            case Zone.Circle(var name, var lat, var lng, var radiusM) ->
                    named(Shape.CIRCLE, name)
                            .put("lat", lat)
                            .put("lng", lng)
                            .put("radius_m", radiusM);
            case Zone.Polygon polygon ->
                    named(Shape.POLYGON, polygon.name()).set("points", encodePoints(polygon));
        };
    }

    private static ObjectNode named(Shape shape, String name) {
        return Json.object().put("type", shape.wireName()).put("name", name);
    }

    private static ArrayNode encodePoints(Zone.Polygon polygon) {
        var points = Json.array();
        for (var point : polygon.points()) {
            points.add(Json.object().put("lat", point.lat()).put("lng", point.lng()));
        }
        return points;
    }

    private static Zone decodeZone(JsonFields in) {
        var name = in.text("name", Zone.LONGEST_NAME, "");
        return switch (in.choice("type", Shape.values(), Shape::wireName, Shape.CIRCLE)) {
            case CIRCLE -> decodeCircle(name, in);
            case POLYGON ->
                    new Zone.Polygon(
                            name, in.list("points", Zone.MOST_CORNERS, PrivacyCodec::decodePoint));
        };
    }

    private static Zone decodeCircle(String name, JsonFields in) {
        var centre = decodePoint(in);
        var radiusM = in.number("radius_m", Zone.SMALLEST_RADIUS_M, Zone.LARGEST_RADIUS_M);
        return new Zone.Circle(name, centre.lat(), centre.lng(), radiusM);
    }

    private static GeoPoint decodePoint(JsonFields in) {
        return new GeoPoint(in.number("lat", -90, 90), in.number("lng", -180, 180));
    }
}
