package net.ratonet.relay.privacy;

import java.util.List;

/// A polygon as seen from one point: each corner at its true distance and direction, the point
/// itself at the origin. Poles and the antimeridian look like any other place from there.
final class FlatOutline {

    private final double[] east;
    private final double[] north;

    FlatOutline(GeoPoint origin, List<GeoPoint> corners) {
        east = new double[corners.size()];
        north = new double[corners.size()];
        for (var index = 0; index < corners.size(); index++) {
            var metres = origin.metresTo(corners.get(index));
            var bearing = origin.bearingTo(corners.get(index));
            east[index] = metres * Math.sin(bearing);
            north[index] = metres * Math.cos(bearing);
        }
    }

    /// Even-odd rule: a ray to the east crosses the outline an odd number of times.
    boolean holdsOrigin() {
        var inside = false;
        for (var index = 0; index < east.length; index++) {
            inside ^= crossesRay(index, (index + 1) % east.length);
        }
        return inside;
    }

    double metresToEdge() {
        var nearest = Double.POSITIVE_INFINITY;
        for (var index = 0; index < east.length; index++) {
            nearest = Math.min(nearest, metresToSide(index, (index + 1) % east.length));
        }
        return nearest;
    }

    private boolean crossesRay(int from, int to) {
        if (north[from] > 0 == north[to] > 0) {
            return false;
        }
        var share = north[from] / (north[from] - north[to]);
        return east[from] + share * (east[to] - east[from]) > 0;
    }

    private double metresToSide(int from, int to) {
        var sideEast = east[to] - east[from];
        var sideNorth = north[to] - north[from];
        var squared = sideEast * sideEast + sideNorth * sideNorth;
        var along = squared == 0 ? 0 : -(east[from] * sideEast + north[from] * sideNorth) / squared;
        var share = Math.clamp(along, 0, 1);
        return Math.hypot(east[from] + share * sideEast, north[from] + share * sideNorth);
    }
}
