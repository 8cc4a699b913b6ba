package net.ratonet.station.telemetry;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How well a modem hears its cell; each number as far as the modem tells it.
///
/// @param percent 0 to 100, the modem's own summary
public record RadioSignal(
        OptionalDouble rsrpDbm, OptionalDouble rsrqDb, OptionalDouble sinrDb, OptionalInt percent) {

    public static final RadioSignal UNKNOWN =
            new RadioSignal(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty());

    /// No modem hears anything beyond these; firmware writes -32768 and the like for "not known".
    public static OptionalDouble rsrp(double dbm) {
        return within(dbm, -156, -20);
    }

    public static OptionalDouble rsrq(double decibel) {
        return within(decibel, -45, 20);
    }

    public static OptionalDouble sinr(double decibel) {
        return within(decibel, -30, 60);
    }

    private static OptionalDouble within(double value, double lowest, double highest) {
        return value >= lowest && value <= highest
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }
}
