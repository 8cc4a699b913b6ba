package net.ratonet.station.source;

import java.util.Locale;

/// Whether a copy is written to this machine.
public enum RecordingState {
    OFF,
    ON,
    /// It is wanted, but cannot go on now.
    HALTED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
