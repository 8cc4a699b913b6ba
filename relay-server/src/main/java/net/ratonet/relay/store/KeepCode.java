package net.ratonet.relay.store;

import net.ratonet.relay.telemetry.history.Keep;

/// How [Keep] stands in the tables.
final class KeepCode {

    private KeepCode() {}

    static int of(Keep keep) {
        return switch (keep) {
            case HOUR -> 1;
            case DAY -> 2;
            case SESSION -> 3;
        };
    }
}
