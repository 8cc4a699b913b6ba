package net.ratonet.station.source;

import net.ratonet.station.config.AudioInput;
import net.ratonet.station.config.ClockOverlay;
import net.ratonet.station.config.VideoInput;

/// What goes into the encoder; it may change at any time while the stream goes on.
///
/// @param slate whether viewers see a "be right back" picture and hear nothing
public record EncoderFeed(
        VideoInput video, AudioInput audio, boolean muted, boolean slate, ClockOverlay clock) {

    /// Without a clock.
    public EncoderFeed(VideoInput video, AudioInput audio, boolean muted, boolean slate) {
        this(video, audio, muted, slate, ClockOverlay.OFF);
    }

    /// The test picture and its beep.
    public static EncoderFeed testPicture() {
        return new EncoderFeed(new VideoInput.TestPicture(), new AudioInput.Auto(), false, false);
    }

    public EncoderFeed withVideo(VideoInput next) {
        return new EncoderFeed(next, audio, muted, slate, clock);
    }

    public EncoderFeed withMute(boolean on) {
        return new EncoderFeed(video, audio, on, slate, clock);
    }

    public EncoderFeed withSlate(boolean on) {
        return new EncoderFeed(video, audio, muted, on, clock);
    }
}
