package net.ratonet.station.source;

import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;

/// What an encoder process is to do, from its first frame on.
public record EncoderJob(
        StreamTarget target,
        PictureFormat picture,
        Bitrate bitrate,
        VideoCodec codec,
        EncoderFeed feed) {

    /// A job for the test picture.
    public EncoderJob(
            StreamTarget target, PictureFormat picture, Bitrate bitrate, VideoCodec codec) {
        this(target, picture, bitrate, codec, EncoderFeed.testPicture());
    }

    EncoderJob withBitrate(Bitrate next) {
        return new EncoderJob(target, picture, next, codec, feed);
    }

    EncoderJob withCodec(VideoCodec next) {
        return new EncoderJob(target, picture, bitrate, next, feed);
    }

    EncoderJob withFeed(EncoderFeed next) {
        return new EncoderJob(target, picture, bitrate, codec, next);
    }
}
