package net.ratonet.station.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.NetworkReading;

/// The newest reading of every kind, each with its own time.
///
/// @param troubles what is wrong with a collector, by its name; one that works is not listed
public record StationSnapshot(
        Optional<Timed<GeoFix>> position,
        Optional<Timed<HardwareReading>> hardware,
        Optional<Timed<NetworkReading>> network,
        Map<String, String> troubles) {

    public static final StationSnapshot EMPTY =
            new StationSnapshot(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public StationSnapshot {
        troubles = Map.copyOf(troubles);
    }

    public StationSnapshot withPosition(Timed<GeoFix> fix) {
        return new StationSnapshot(Optional.of(fix), hardware, network, troubles);
    }

    public StationSnapshot withHardware(Timed<HardwareReading> reading) {
        return new StationSnapshot(position, Optional.of(reading), network, troubles);
    }

    public StationSnapshot withNetwork(Timed<NetworkReading> reading) {
        return new StationSnapshot(position, hardware, Optional.of(reading), troubles);
    }

    StationSnapshot withTrouble(String collector, String reason) {
        var more = new HashMap<>(troubles);
        more.put(collector, reason);
        return new StationSnapshot(position, hardware, network, more);
    }

    StationSnapshot withoutTrouble(String collector) {
        var fewer = new HashMap<>(troubles);
        fewer.remove(collector);
        return new StationSnapshot(position, hardware, network, fewer);
    }
}
