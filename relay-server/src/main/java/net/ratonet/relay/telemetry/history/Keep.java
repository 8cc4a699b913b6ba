package net.ratonet.relay.telemetry.history;

import java.time.Duration;

/// How long a sample is worth keeping: those that begin a minute stay as long as their session.
public enum Keep {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    SESSION(Duration.ofSeconds(Long.MAX_VALUE));

    private final Duration age;

    Keep(Duration age) {
        this.age = age;
    }

    public Duration age() {
        return age;
    }
}
