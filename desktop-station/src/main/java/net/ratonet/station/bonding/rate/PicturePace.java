package net.ratonet.station.bonding.rate;

import java.util.OptionalLong;
import net.ratonet.shared.telemetry.Bitrate;

/// Of how many pictures one is sent, so that a low bitrate is spent on fewer, better ones. It is
/// slow to act and slower to go back: viewers see each change. Pure: time is an argument.
///
/// @param every 1 = all are sent
/// @param tightSince since when the bitrate has been too low for that
/// @param ampleSince since when it would have done for more
public record PicturePace(int every, OptionalLong tightSince, OptionalLong ampleSince) {

    public static final PicturePace ALL =
            new PicturePace(1, OptionalLong.empty(), OptionalLong.empty());

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DOWN_NANOS = 5 * SECOND_NANOS;
    private static final long UP_NANOS = 20 * SECOND_NANOS;

    /// The bitrate must clear the bound by this before more are sent again.
    private static final double EASE = 1.3;

    /// The pace from now on.
    ///
    /// @param height of the picture
    /// @param framesPerSecond when all are sent
    public PicturePace on(Bitrate bitrate, int height, int framesPerSecond, long nowNanos) {
        var wanted = PictureAdvice.everyNth(bitrate, height, framesPerSecond);
        var eased = new Bitrate(Math.round(bitrate.bitsPerSecond() / EASE));
        var possible = PictureAdvice.everyNth(eased, height, framesPerSecond);
        var tight = since(wanted > every, tightSince, nowNanos);
        var ample = since(possible < every, ampleSince, nowNanos);
        if (hasPassed(tight, DOWN_NANOS, nowNanos)) {
            return at(wanted);
        }
        return hasPassed(ample, UP_NANOS, nowNanos)
                ? at(possible)
                : new PicturePace(every, tight, ample);
    }

    private static PicturePace at(int every) {
        return new PicturePace(every, OptionalLong.empty(), OptionalLong.empty());
    }

    private static OptionalLong since(boolean holds, OptionalLong before, long nowNanos) {
        if (!holds) {
            return OptionalLong.empty();
        }
        return before.isPresent() ? before : OptionalLong.of(nowNanos);
    }

    private static boolean hasPassed(OptionalLong since, long span, long nowNanos) {
        return since.isPresent() && nowNanos - since.getAsLong() >= span;
    }
}
