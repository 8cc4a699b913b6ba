package net.ratonet.station.uplink;

import java.time.Instant;
import net.ratonet.shared.telemetry.Reading;

/// A reading on its way to the relay, with the time at which it was taken.
public record Report(Instant at, Reading reading) {}
