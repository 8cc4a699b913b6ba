package net.ratonet.relay.privacy;

import java.time.Duration;
import java.util.List;

/// What one streamer lets the world know: how late, where not, how exactly, and whether at all.
public record PrivacyRules(Duration delay, List<Zone> zones, Precision precision, boolean sharing) {

    public static final Duration LONGEST_DELAY = Duration.ofHours(1);
    public static final int MOST_ZONES = 16;

    /// The rules of someone who has made none.
    public static final PrivacyRules OPEN =
            new PrivacyRules(Duration.ZERO, List.of(), Precision.EXACT, true);

    public PrivacyRules {
        zones = List.copyOf(zones);
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "delay_s must be between 0 and " + LONGEST_DELAY.toSeconds());
        }
        if (zones.size() > MOST_ZONES) {
            throw new IllegalArgumentException("zones must be at most " + MOST_ZONES);
        }
    }

    /// The same rules with nothing shared.
    public PrivacyRules stopped() {
        return new PrivacyRules(delay, zones, precision, false);
    }

    /// How far a point lies outside the nearest zone; negative inside one.
    public double metresOutsideZones(GeoPoint point) {
        var nearest = Double.POSITIVE_INFINITY;
        for (var zone : zones) {
            nearest = Math.min(nearest, zone.metresOutside(point));
        }
        return nearest;
    }
}
