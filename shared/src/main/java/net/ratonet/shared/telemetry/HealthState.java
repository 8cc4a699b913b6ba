package net.ratonet.shared.telemetry;

import java.util.Locale;

/// The verdict on a stream, best first.
public enum HealthState {
    HEALTHY,
    DEGRADED,
    CRITICAL,
    DOWN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
