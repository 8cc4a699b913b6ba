package net.ratonet.shared.telemetry;

/// Where the streamer is and how the streamer moves, as one GPS fix tells it.
public record GeoFix(
        double lat,
        double lng,
        double speedKmh,
        double altitudeM,
        double heading,
        int satellites,
        FixKind fix)
        implements Reading {

    public GeoFix {
        Range.check("lat", lat, -90, 90);
        Range.check("lng", lng, -180, 180);
        Range.checkNotNegative("speed_kmh", speedKmh);
        Range.checkFinite("altitude_m", altitudeM);
        Range.check("heading", heading, 0, 360);
        Range.checkNotNegative("satellites", satellites);
    }

    /// Old agents send zeros until their receiver sees the sky; nobody streams from (0, 0).
    public boolean isPlaced() {
        return lat != 0 || lng != 0;
    }
}
