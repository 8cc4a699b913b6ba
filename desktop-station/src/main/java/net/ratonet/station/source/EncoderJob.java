package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.Resolution;
import net.ratonet.station.config.StreamTarget;

/// What an encoder process is to do with the test picture, from its first frame on.
public record EncoderJob(
        StreamTarget target,
        Resolution resolution,
        int framesPerSecond,
        Bitrate bitrate,
        String codec) {

    public EncoderJob {
        if (framesPerSecond < 1 || framesPerSecond > 120) {
            throw new IllegalArgumentException("frames_per_second must be 1 to 120");
        }
    }

    EncoderJob withBitrate(Bitrate next) {
        return new EncoderJob(target, resolution, framesPerSecond, next, codec);
    }
}
