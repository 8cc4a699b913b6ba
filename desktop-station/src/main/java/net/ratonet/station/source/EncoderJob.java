package net.ratonet.station.source;

import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.PictureFormat;
import net.ratonet.station.config.RecordingPlan;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.config.VideoCodec;

/// What an encoder process is to do, from its first frame on.
///
/// @param target may be `StreamTarget.NOWHERE`
/// @param recording absent = nothing is kept
public record EncoderJob(
        StreamTarget target,
        PictureFormat picture,
        Bitrate bitrate,
        VideoCodec codec,
        EncoderFeed feed,
        Optional<RecordingPlan> recording) {

    /// A job for the test picture.
    public EncoderJob(
            StreamTarget target, PictureFormat picture, Bitrate bitrate, VideoCodec codec) {
        this(target, picture, bitrate, codec, EncoderFeed.testPicture(), Optional.empty());
    }

    /// Whether it only records.
    public boolean isAlone() {
        return target.isNowhere();
    }

    EncoderJob withBitrate(Bitrate next) {
        return new EncoderJob(target, picture, next, codec, feed, recording);
    }

    EncoderJob withCodec(VideoCodec next) {
        return new EncoderJob(target, picture, bitrate, next, feed, recording);
    }

    EncoderJob withFeed(EncoderFeed next) {
        return new EncoderJob(target, picture, bitrate, codec, next, recording);
    }

    public EncoderJob withRecording(Optional<RecordingPlan> next) {
        return new EncoderJob(target, picture, bitrate, codec, feed, next);
    }
}
