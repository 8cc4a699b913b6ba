package net.ratonet.station.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a clock stands in the picture of the source.
public enum ClockOverlay {
    OFF,
    UTC,
    /// As this machine's clock is set.
    LOCAL;

    /// As FIELD_VIDEO_CLOCK names it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClockOverlay> named(String word) {
        return Arrays.stream(values()).filter(clock -> clock.word().equals(word)).findFirst();
    }
}
