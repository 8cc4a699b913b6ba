package net.ratonet.station.source;

import java.util.List;

/// The cameras, microphones and screens of this machine, by the names that the settings take.
///
/// @param troubles why something could not be looked for
public record Devices(
        List<Camera> cameras,
        List<Microphone> microphones,
        List<String> screens,
        List<String> troubles) {

    public Devices {
        cameras = List.copyOf(cameras);
        microphones = List.copyOf(microphones);
        screens = List.copyOf(screens);
        troubles = List.copyOf(troubles);
    }

    /// Something that brings a picture.
    ///
    /// @param device for FIELD_VIDEO_DEVICE
    /// @param name as its maker calls it
    public record Camera(String device, String name, List<Format> formats) {

        public Camera {
            formats = List.copyOf(formats);
        }
    }

    /// One way in which a camera gives its picture.
    ///
    /// @param sizes like `1280x720`, or `1280x720@30` where the system says how fast
    public record Format(String name, List<String> sizes) {

        public Format {
            sizes = List.copyOf(sizes);
        }
    }

    /// Something that brings sound.
    ///
    /// @param device for FIELD_AUDIO_DEVICE
    public record Microphone(String device, String name) {}
}
