package net.ratonet.station.telemetry;

import java.time.Instant;

/// A value and when it was true.
public record Timed<T>(T value, Instant at) {}
