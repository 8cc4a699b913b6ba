package net.ratonet.station.source;

import java.util.Locale;

/// Whether what is encoded reaches its target.
public enum OutletState {
    /// There is none: it is only recorded.
    NONE,
    CONNECTING,
    OPEN,
    /// It is tried again and again.
    LOST;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
