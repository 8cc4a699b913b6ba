package net.ratonet.station.source;

import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.VideoInput;

/// What goes into the encoder; it may change at any time while the stream goes on.
///
/// @param slate whether viewers see a "be right back" picture and hear nothing
public record EncoderFeed(VideoInput video, AudioInput audio, boolean muted, boolean slate) {

    /// The test picture and its beep.
    public static EncoderFeed testPicture() {
        return new EncoderFeed(new VideoInput.TestPicture(), new AudioInput.Auto(), false, false);
    }

    public EncoderFeed withVideo(VideoInput next) {
        return new EncoderFeed(next, audio, muted, slate);
    }

    public EncoderFeed withMute(boolean on) {
        return new EncoderFeed(video, audio, on, slate);
    }

    public EncoderFeed withSlate(boolean on) {
        return new EncoderFeed(video, audio, muted, on);
    }
}
