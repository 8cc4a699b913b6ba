package net.ratonet.station.config;

/// Where the picture comes from.
public sealed interface VideoInput {

    /// The moving picture that the station draws itself.
    record TestPicture() implements VideoInput {}

    /// A camera, by the name that the system gives it.
    record Camera(String device) implements VideoInput {}

    /// Reads the words of FIELD_VIDEO_DEVICE; `testsrc` has always meant the test picture.
    static VideoInput of(String text) {
        return text.equals("testsrc") ? new TestPicture() : new Camera(text);
    }
}
