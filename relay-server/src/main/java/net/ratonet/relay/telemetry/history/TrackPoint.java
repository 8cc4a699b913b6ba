package net.ratonet.relay.telemetry.history;

import java.time.Instant;
import net.ratonet.shared.telemetry.GeoFix;

/// Where a streamer was, to the second.
public record TrackPoint(Instant at, GeoFix fix) {}
