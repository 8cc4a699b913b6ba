package net.ratonet.station.telemetry;

import java.time.Instant;

/// A place on a track and when it was passed.
record GpxPoint(double lat, double lng, double altitudeM, Instant time) {

    private static final double EARTH_RADIUS_M = 6_371_000;

    /// Great-circle distance.
    double metresTo(GpxPoint other) {
        var dLat = Math.toRadians(other.lat - lat);
        var dLng = Math.toRadians(other.lng - lng);
        var half =
                square(Math.sin(dLat / 2))
                        + Math.cos(Math.toRadians(lat))
                                * Math.cos(Math.toRadians(other.lat))
                                * square(Math.sin(dLng / 2));
        return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(half));
    }

    /// Compass course, 0 is north and 90 is east.
    double headingTo(GpxPoint other) {
        var from = Math.toRadians(lat);
        var to = Math.toRadians(other.lat);
        var dLng = Math.toRadians(other.lng - lng);
        var east = Math.sin(dLng) * Math.cos(to);
        var north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(dLng);
        return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    }

    private static double square(double x) {
        return x * x;
    }
}
