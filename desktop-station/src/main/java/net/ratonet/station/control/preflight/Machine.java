package net.ratonet.station.control.preflight;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How this machine is doing, as far as that is known.
///
/// @param freeBytes where recordings go; absent while none are made
public record Machine(
        OptionalDouble batteryPercent,
        boolean charging,
        OptionalDouble cpuCelsius,
        OptionalLong freeBytes) {

    public static final Machine UNKNOWN =
            new Machine(
                    OptionalDouble.empty(), false, OptionalDouble.empty(), OptionalLong.empty());
}
