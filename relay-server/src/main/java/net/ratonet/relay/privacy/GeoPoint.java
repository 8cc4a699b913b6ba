package net.ratonet.relay.privacy;

import net.ratonet.shared.telemetry.GeoFix;

/// A place on the globe, in degrees. Distances are great circles on a sphere, good to 0.5 %.
public record GeoPoint(double lat, double lng) {

    static final double EARTH_RADIUS_M = 6_371_000;

    public GeoPoint {
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("lat must be between -90 and 90");
        }
        if (!(lng >= -180 && lng <= 180)) {
            throw new IllegalArgumentException("lng must be between -180 and 180");
        }
    }

    public static GeoPoint of(GeoFix fix) {
        return new GeoPoint(fix.lat(), fix.lng());
    }

    /// Haversine; the shortest way round, so the antimeridian is no border.
    public double metresTo(GeoPoint other) {
        var latHalf = Math.sin(Math.toRadians(other.lat - lat) / 2);
        var lngHalf = Math.sin(Math.toRadians(other.lng - lng) / 2);
        var chord = latHalf * latHalf + cosLat() * other.cosLat() * lngHalf * lngHalf;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    /// The direction to another point, in radians clockwise from north.
    double bearingTo(GeoPoint other) {
        var turn = Math.toRadians(other.lng - lng);
        var east = Math.sin(turn) * other.cosLat();
        var north =
                cosLat() * Math.sin(Math.toRadians(other.lat))
                        - Math.sin(Math.toRadians(lat)) * other.cosLat() * Math.cos(turn);
        return Math.atan2(east, north);
    }

    private double cosLat() {
        return Math.cos(Math.toRadians(lat));
    }
}
