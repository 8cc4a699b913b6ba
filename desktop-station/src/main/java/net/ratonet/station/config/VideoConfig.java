package net.ratonet.station.config;

import net.ratonet.shared.telemetry.Bitrate;

/// What is encoded, and how.
public record VideoConfig(
        VideoInput input, AudioInput audio, Resolution resolution, Bitrate bitrate, String codec) {

    /// With the sound that belongs to the picture.
    public VideoConfig(VideoInput input, Resolution resolution, Bitrate bitrate, String codec) {
        this(input, new AudioInput.Auto(), resolution, bitrate, codec);
    }
}
