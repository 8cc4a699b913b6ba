package net.ratonet.station.telemetry.gps;

import java.util.Optional;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.station.telemetry.Collector;

/// A place that the streamer named, for a station without a receiver.
///
/// @param lat degrees north
/// @param lng degrees east
public record FixedPosition(double lat, double lng) implements Collector<GeoFix> {

    @Override
    public Optional<GeoFix> collect() {
        return Optional.of(new GeoFix(lat, lng, 0, 0, 0, 0, FixKind.TWO_D));
    }
}
