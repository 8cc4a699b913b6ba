package net.ratonet.station.bonding.rate;

import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;

/// Which picture suits a bitrate: below a few hundredths of a bit per pixel a smaller or slower one
/// looks better than a large one in blocks.
///
/// @param height of a 16:9 picture
public record PictureAdvice(int height, int framesPerSecond) {

    private static final double LEAST_BITS_PER_PIXEL = 0.025;
    private static final int USUAL_FRAMES = 30;
    private static final int FEWEST_FRAMES = 15;
    private static final List<Integer> HEIGHTS = List.of(2160, 1440, 1080, 720, 480, 360);

    /// A smaller picture for this bitrate, or nothing when the present one is fine. The frame rate
    /// goes first: half of 60 costs least.
    public static Optional<PictureAdvice> below(Bitrate bitrate, int height, int framesPerSecond) {
        var present = new PictureAdvice(height, framesPerSecond);
        if (present.fits(bitrate)) {
            return Optional.empty();
        }
        var slow = Math.min(framesPerSecond, 30);
        if (slow < framesPerSecond && new PictureAdvice(height, slow).fits(bitrate)) {
            return Optional.of(new PictureAdvice(height, slow));
        }
        var smaller =
                HEIGHTS.stream()
                        .filter(lines -> lines < height)
                        .map(lines -> new PictureAdvice(lines, slow))
                        .toList();
        return smaller.stream()
                .filter(advice -> advice.fits(bitrate))
                .findFirst()
                .or(() -> smaller.isEmpty() ? Optional.empty() : Optional.of(smaller.getLast()));
    }

    /// Of how many pictures one should be sent. Half of 60 costs viewers little, so that goes as
    /// soon as the bitrate no longer fits; half of 30 is the lesser evil only at half of what would
    /// fit.
    public static int everyNth(Bitrate bitrate, int height, int framesPerSecond) {
        var every = 1;
        while (framesPerSecond / every > FEWEST_FRAMES
                && !new PictureAdvice(height, framesPerSecond / every).isBearable(bitrate)) {
            every *= 2;
        }
        return every;
    }

    private boolean isBearable(Bitrate bitrate) {
        return framesPerSecond > USUAL_FRAMES
                ? fits(bitrate)
                : fits(new Bitrate(2 * bitrate.bitsPerSecond()));
    }

    private boolean fits(Bitrate bitrate) {
        var pixels = height * (height * 16 / 9.0) * framesPerSecond;
        return bitrate.bitsPerSecond() >= LEAST_BITS_PER_PIXEL * pixels;
    }
}
