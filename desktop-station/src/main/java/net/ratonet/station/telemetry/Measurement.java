package net.ratonet.station.telemetry;

import java.time.Duration;
import java.util.function.BiFunction;

/// A collector, how often to ask it, how long to wait for it, and where its readings go.
public record Measurement<T>(
        String name,
        Duration period,
        Duration limit,
        Collector<T> collector,
        BiFunction<StationSnapshot, Timed<T>, StationSnapshot> merge) {}
