package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;

/// What an encoder process is to do, from its first frame on.
public record EncoderJob(
        StreamTarget target,
        Resolution resolution,
        int framesPerSecond,
        Bitrate bitrate,
        String codec,
        EncoderFeed feed) {

    public EncoderJob {
        if (framesPerSecond < 1 || framesPerSecond > 120) {
            throw new IllegalArgumentException("frames_per_second must be 1 to 120");
        }
    }

    /// A job for the test picture.
    public EncoderJob(
            StreamTarget target,
            Resolution resolution,
            int framesPerSecond,
            Bitrate bitrate,
            String codec) {
        this(target, resolution, framesPerSecond, bitrate, codec, EncoderFeed.testPicture());
    }

    EncoderJob withBitrate(Bitrate next) {
        return new EncoderJob(target, resolution, framesPerSecond, next, codec, feed);
    }

    EncoderJob withFeed(EncoderFeed next) {
        return new EncoderJob(target, resolution, framesPerSecond, bitrate, codec, next);
    }
}
