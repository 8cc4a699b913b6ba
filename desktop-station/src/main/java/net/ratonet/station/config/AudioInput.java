package net.ratonet.station.config;

import java.util.Optional;

/// Where the sound comes from.
public sealed interface AudioInput {

    String ALLOWED = "auto, none, tone, default, or a device like hw:1 or audio=NAME";

    /// The sound of a file or a stream, the tone of the test picture, else the default device.
    record Auto() implements AudioInput {}

    record Silence() implements AudioInput {}

    /// A beep each second.
    record Tone() implements AudioInput {}

    /// A microphone or a line in; `default` is the one that the system prefers.
    record Device(String name) implements AudioInput {}

    /// Reads the words of FIELD_AUDIO_DEVICE.
    static Optional<AudioInput> parse(String text) {
        return switch (text) {
            case "auto" -> Optional.of(new Auto());
            case "none" -> Optional.of(new Silence());
            case "tone" -> Optional.of(new Tone());
            default -> text.isBlank() ? Optional.empty() : Optional.of(new Device(text));
        };
    }

    /// The words that `parse` reads back.
    default String text() {
        return switch (this) {
            case Auto _ -> "auto";
            case Silence _ -> "none";
            case Tone _ -> "tone";
            case Device(var name) -> name;
        };
    }

    /// What `auto` means for this picture.
    default AudioInput with(VideoInput video) {
        return switch (this) {
            case Auto _ ->
                    switch (video) {
                        case VideoInput.TestPicture _ -> new Tone();
                        case VideoInput.Camera _, VideoInput.Screen _ -> new Device("default");
                        case VideoInput.VideoFile _, VideoInput.Address _ -> this;
                    };
            case Silence _, Tone _, Device _ -> this;
        };
    }
}
