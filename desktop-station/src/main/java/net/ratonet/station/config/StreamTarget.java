package net.ratonet.station.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// An address to stream to. It may hold a stream key, so it only shows which machine it names.
public final class StreamTarget {

    public static final List<String> SCHEMES = List.of("rtmp", "rtmps", "srt", "udp", "file");

    private final URI url;

    private StreamTarget(URI url) {
        this.url = url;
    }

    public static Optional<StreamTarget> parse(String text) {
        try {
            var url = URI.create(text);
            return isUsable(url) ? Optional.of(new StreamTarget(url)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public String scheme() {
        return url.getScheme();
    }

    /// The whole address, for the encoder only.
    public String secretUrl() {
        return url.toString();
    }

    /// `rtmp://live.example.org/***`
    @Override
    public String toString() {
        return scheme().equals("file")
                ? url.toString()
                : scheme() + "://" + url.getAuthority().replaceFirst(".*@", "") + "/***";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamTarget target && url.equals(target.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    private static boolean isUsable(URI url) {
        var scheme = url.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme)) {
            return false;
        }
        return scheme.equals("file")
                ? url.getPath() != null && !url.getPath().isEmpty()
                : url.getAuthority() != null;
    }
}
