package net.ratonet.station.telemetry;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How long the station can go on.
///
/// @param timeLeft until the battery is empty at the present rate; absent while charging or unknown
/// @param faults what is wrong with the supply right now
public record PowerReading(
        OptionalDouble batteryPercent,
        boolean charging,
        Optional<Duration> timeLeft,
        Set<PowerFault> faults) {

    public PowerReading {
        faults = Set.copyOf(faults);
    }
}
