package net.ratonet.station.source;

import java.util.Locale;

/// Whether the chosen source brings a picture. While it does not, viewers see "camera lost".
public enum SourceState {
    CONNECTING,
    LIVE,
    LOST;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
