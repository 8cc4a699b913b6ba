package net.ratonet.relay.account;

/// A platform to which the stream goes. The URL ends in the stream key, so only the owner sees it
/// whole; `toString` and [#masked] never show it.
public record Destination(String platform, String rtmpUrl, boolean enabled) {

    private static final int SHOWN = 4;
    private static final String STARS = "***";

    /// The same destination with its secrets hidden: the last part of the path keeps four
    /// characters, which is enough to tell two keys apart.
    public Destination masked() {
        return new Destination(platform, hideLogin(hideKey(rtmpUrl)), enabled);
    }

    /// Slashes of a query or at the end do not count: `srt://host?streamid=live/key` is one part.
    private static String hideKey(String url) {
        var query = url.indexOf('?');
        var pathEnd = query < 0 ? url.length() : query;
        while (pathEnd > 0 && url.charAt(pathEnd - 1) == '/') {
            pathEnd--;
        }
        var start = url.lastIndexOf('/', pathEnd - 1) + 1;
        return url.length() - start > SHOWN ? url.substring(0, start + SHOWN) + STARS : url;
    }

    private static String hideLogin(String url) {
        var host = url.indexOf("://") + 3;
        var at = url.indexOf('@');
        return host >= 3 && at > host ? url.substring(0, host) + STARS + url.substring(at) : url;
    }

    @Override
    public String toString() {
        return "Destination[%s, %s, %s]".formatted(platform, masked().rtmpUrl, enabled);
    }
}
