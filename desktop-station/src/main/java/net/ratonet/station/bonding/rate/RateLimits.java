package net.ratonet.station.bonding.rate;

import net.ratonet.shared.telemetry.Bitrate;

/// Between which rates a controller may choose, and how much delay SRT allows.
public record RateLimits(Bitrate floor, Bitrate ceiling, int latencyMs) {

    public RateLimits {
        if (floor.bitsPerSecond() == 0 || floor.compareTo(ceiling) > 0) {
            throw new IllegalArgumentException("floor must be above 0 and at most the ceiling");
        }
        if (latencyMs < 20) {
            throw new IllegalArgumentException("a latency below 20 ms leaves no time to adapt");
        }
    }

    double clamp(double bitsPerSecond) {
        return Math.clamp(bitsPerSecond, lowest(), highest());
    }

    double lowest() {
        return floor.bitsPerSecond();
    }

    double highest() {
        return ceiling.bitsPerSecond();
    }
}
