package net.ratonet.relay.telemetry.history;

import java.time.Instant;
import java.util.Optional;

/// Decides while samples come in how long each is worth keeping, so that thinning out later is one
/// look at their age: the first of a minute stays, the first of ten seconds stays a day, the first
/// of a second an hour.
///
/// @param lastSecond of the sample before
record Downsampler(long lastSecond) {

    private static final long TEN_SECONDS = 10;
    private static final long MINUTE = 60;

    static final Downsampler FRESH = new Downsampler(Long.MIN_VALUE);

    /// How long to keep a sample; empty when its second has one already.
    Optional<Keep> judge(Instant at) {
        var second = at.getEpochSecond();
        if (second == lastSecond) {
            return Optional.empty();
        }
        if (isNew(second, MINUTE)) {
            return Optional.of(Keep.SESSION);
        }
        return Optional.of(isNew(second, TEN_SECONDS) ? Keep.DAY : Keep.HOUR);
    }

    Downsampler after(Instant at) {
        return new Downsampler(at.getEpochSecond());
    }

    private boolean isNew(long second, long span) {
        return Math.floorDiv(second, span) != Math.floorDiv(lastSecond, span);
    }
}
