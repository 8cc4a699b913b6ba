package net.ratonet.station.bonding.rate;

import net.ratonet.shared.telemetry.Bitrate;

/// What the encoder shall aim at, and why not more.
public record RateVerdict(Bitrate target, RateCause cause) {

    static RateVerdict of(double bitsPerSecond, RateCause cause, RateLimits limits) {
        var clamped = limits.clamp(bitsPerSecond);
        var why =
                clamped >= limits.highest()
                        ? RateCause.CEILING
                        : clamped <= limits.lowest() ? RateCause.FLOOR : cause;
        return new RateVerdict(new Bitrate(Math.round(clamped)), why);
    }
}
