package net.ratonet.station.config;

import net.ratonet.shared.telemetry.Bitrate;

/// What is encoded, and how.
public record VideoConfig(
        VideoInput input,
        AudioInput audio,
        PictureFormat picture,
        Bitrate bitrate,
        CodecWish codec) {

    /// With the sound that belongs to the picture.
    public VideoConfig(VideoInput input, PictureFormat picture, Bitrate bitrate, CodecWish codec) {
        this(input, new AudioInput.Auto(), picture, bitrate, codec);
    }
}
