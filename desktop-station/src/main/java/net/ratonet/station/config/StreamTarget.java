package net.ratonet.station.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// An address to stream to. It may hold a stream key, so it only shows which machine it names.
public final class StreamTarget {

    public static final List<String> SCHEMES =
            List.of("rtmp", "rtmps", "srt", "srtla", "srt-each", "udp", "file");

    /// No target at all: what is encoded is only recorded.
    public static final StreamTarget NOWHERE = new StreamTarget(URI.create("none:nowhere"));

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

    /// Whether a bond takes it over all links: together to an SRTLA receiver, or whole over each.
    public boolean isBonded() {
        return scheme().equals("srtla") || isForEachLink();
    }

    /// Whether every link shall carry all of it, to a port of its own.
    public boolean isForEachLink() {
        return scheme().equals("srt-each");
    }

    public boolean isNowhere() {
        return equals(NOWHERE);
    }

    /// Whether it names a file or a program on this machine.
    public boolean staysHere() {
        return isNowhere()
                || scheme().equals("file")
                || (url.getHost() != null && isLoopback(url.getHost()));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    public String host() {
        return url.getHost();
    }

    public int port() {
        return url.getPort();
    }

    /// The same stream, to a bond that waits on this machine.
    public StreamTarget throughBond(int port, int latencyMs) {
        var query = url.getRawQuery() == null ? "" : url.getRawQuery() + "&";
        var own = query.contains("latency=") ? "" : "latency=%d&".formatted(latencyMs * 1_000);
        return new StreamTarget(
                URI.create(
                        "srt://127.0.0.1:%d?%s%sconnect_timeout=15000"
                                .formatted(port, query, own)));
    }

    /// The whole address, for the encoder only.
    public String secretUrl() {
        return url.toString();
    }

    /// `rtmp://live.example.org/***`
    @Override
    public String toString() {
        if (isNowhere()) {
            return "nowhere";
        }
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
        return switch (scheme) {
            case "file" -> url.getPath() != null && !url.getPath().isEmpty();
            case "srtla", "srt-each" -> url.getHost() != null && url.getPort() > 0;
            default -> url.getAuthority() != null;
        };
    }
}
