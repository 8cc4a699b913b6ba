package net.ratonet.station.config;

import java.nio.file.Path;
import net.ratonet.shared.telemetry.Bitrate;

/// What is encoded, and how, and what is kept of it.
///
/// @param stepDown send fewer pictures while the bitrate is too low for all
public record VideoConfig(
        VideoInput input,
        AudioInput audio,
        PictureFormat picture,
        Bitrate bitrate,
        CodecWish codec,
        RecordingConfig recording,
        boolean stepDown,
        ClockOverlay clock) {

    /// With the sound that belongs to the picture, recorded only when asked.
    public VideoConfig(VideoInput input, PictureFormat picture, Bitrate bitrate, CodecWish codec) {
        this(
                input,
                new AudioInput.Auto(),
                picture,
                bitrate,
                codec,
                RecordingConfig.whenAsked(Path.of("recordings")),
                true,
                ClockOverlay.OFF);
    }
}
