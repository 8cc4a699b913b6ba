package net.ratonet.relay.privacy;

import java.time.Instant;
import net.ratonet.shared.telemetry.GeoFix;

/// A fix with the time it was true, by the device's clock, and the time it came, by ours.
public record TimedFix(GeoFix fix, Instant measuredAt, Instant arrivedAt) {}
