package net.ratonet.relay.privacy;

import java.util.List;

/// A place where the streamer is nobody's business, such as home. What an observer sees is where
/// positions begin and end, so a zone protects best when it is large and not centred on the door.
public sealed interface Zone {

    int LONGEST_NAME = 80;
    double SMALLEST_RADIUS_M = 20;
    double LARGEST_RADIUS_M = 50_000;
    int MOST_CORNERS = 64;

    String name();

    /// How far outside the zone a point lies; negative inside, where the size means little.
    double metresOutside(GeoPoint point);

    /// Everything within a distance of a centre.
    record Circle(String name, double lat, double lng, double radiusM) implements Zone {

        public Circle {
            checkName(name);
            var _ = new GeoPoint(lat, lng);
            if (!(radiusM >= SMALLEST_RADIUS_M && radiusM <= LARGEST_RADIUS_M)) {
                throw new IllegalArgumentException(
                        "radius_m must be between %.0f and %.0f"
                                .formatted(SMALLEST_RADIUS_M, LARGEST_RADIUS_M));
            }
        }

        @Override
        public double metresOutside(GeoPoint point) {
            return point.metresTo(new GeoPoint(lat, lng)) - radiusM;
        }
    }

    /// Everything within an outline; the last corner joins the first.
    record Polygon(String name, List<GeoPoint> points) implements Zone {

        public Polygon {
            checkName(name);
            points = List.copyOf(points);
            if (points.size() < 3 || points.size() > MOST_CORNERS) {
                throw new IllegalArgumentException("points must be 3 to " + MOST_CORNERS);
            }
            var first = points.getFirst();
            for (var corner : points) {
                if (first.metresTo(corner) > LARGEST_RADIUS_M) {
                    throw new IllegalArgumentException("points must lie within 50 km of the first");
                }
            }
        }

        @Override
        public double metresOutside(GeoPoint point) {
            var atLeast = point.metresTo(points.getFirst()) - LARGEST_RADIUS_M;
            if (atLeast > LARGEST_RADIUS_M) {
                return atLeast;
            }
            var outline = new FlatOutline(point, points);
            return outline.holdsOrigin() ? -outline.metresToEdge() : outline.metresToEdge();
        }
    }

    private static void checkName(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name must have at most " + LONGEST_NAME + " characters");
        }
    }
}
