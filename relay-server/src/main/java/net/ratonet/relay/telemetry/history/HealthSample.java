package net.ratonet.relay.telemetry.history;

import java.time.Instant;
import net.ratonet.shared.telemetry.HealthState;

/// How a stream did, to the second.
public record HealthSample(
        Instant at,
        int score,
        HealthState state,
        int activeLinks,
        int totalLinks,
        double bitrateKbps) {}
