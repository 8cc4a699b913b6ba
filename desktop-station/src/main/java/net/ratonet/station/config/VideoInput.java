package net.ratonet.station.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where the picture comes from.
public sealed interface VideoInput {

    List<String> SCHEMES =
            List.of("rtsp", "rtsps", "rtmp", "rtmps", "srt", "http", "https", "udp", "tcp");

    String ALLOWED =
            "testsrc, screen, file:PATH, a camera like /dev/video0 or video=NAME, or an address"
                    + " that starts with "
                    + String.join("://, ", SCHEMES)
                    + "://";

    /// The moving picture that the station draws itself.
    record TestPicture() implements VideoInput {}

    /// A camera, by the name that the system gives it.
    record Camera(String device) implements VideoInput {}

    /// What this machine shows.
    record Screen() implements VideoInput {}

    /// A file that begins again when it has ended.
    record VideoFile(String path) implements VideoInput {}

    /// A stream to fetch. Its address may hold a login, so it only shows which machine it names.
    record Address(URI url) implements VideoInput {

        /// Whether anything in it may be secret.
        public boolean isConfidential() {
            return url.getRawUserInfo() != null
                    || url.getRawQuery() != null
                    || url.getRawAuthority().contains("@");
        }

        @Override
        public String toString() {
            return url.getScheme() + "://" + url.getRawAuthority().replaceFirst(".*@", "") + "/***";
        }
    }

    /// Reads the words of FIELD_VIDEO_DEVICE; `testsrc` has always meant the test picture.
    static Optional<VideoInput> parse(String text) {
        if (text.equals("testsrc")) {
            return Optional.of(new TestPicture());
        }
        if (text.equals("screen")) {
            return Optional.of(new Screen());
        }
        if (text.startsWith("file:")) {
            var path = text.substring("file:".length()).replaceFirst("^//(?=/)", "");
            return path.isBlank() ? Optional.empty() : Optional.of(new VideoFile(path));
        }
        if (text.contains("://")) {
            return address(text);
        }
        return text.isBlank() ? Optional.empty() : Optional.of(new Camera(text));
    }

    /// The words that `parse` reads back; they may hold a login.
    default String secretText() {
        return switch (this) {
            case TestPicture _ -> "testsrc";
            case Screen _ -> "screen";
            case VideoFile(var path) -> "file:" + path;
            case Camera(var device) -> device;
            case Address(var url) -> url.toString();
        };
    }

    /// What a person may read in a log or on a page.
    default String shown() {
        return switch (this) {
            case TestPicture _ -> "test picture";
            case Screen _ -> "screen";
            case VideoFile(var path) -> path;
            case Camera(var device) -> device;
            case Address address -> address.toString();
        };
    }

    private static Optional<VideoInput> address(String text) {
        try {
            var url = URI.create(text);
            return SCHEMES.contains(url.getScheme()) && url.getRawAuthority() != null
                    ? Optional.of(new Address(url))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
