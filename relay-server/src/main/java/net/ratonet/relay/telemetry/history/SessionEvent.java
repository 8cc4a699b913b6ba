package net.ratonet.relay.telemetry.history;

import java.time.Instant;
import java.util.Locale;

/// Something that happened during a live.
///
/// @param detail which source or which state
public record SessionEvent(Instant at, Kind kind, String detail) {

    /// What happened.
    public enum Kind {
        ONLINE,
        OFFLINE,
        SOURCE_JOINED,
        SOURCE_CLOSED,
        SOURCE_SILENT,
        HEALTH;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
