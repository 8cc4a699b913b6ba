package net.ratonet.relay.rtmp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where to publish: `rtmp[s]://host[:port]/app[/instance]/key[?query]`.
///
/// @param tcUrl everything before the key, as the server wants to hear it
/// @param key the last part, with its query
public record RtmpUrl(
        boolean encrypted, String host, int port, String app, String tcUrl, String key) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?i)(rtmps?)://(\\[[0-9a-f:.%]+]|[^\\s/:@?#\\[\\]]+)(?::(\\d{1,5}))?/(\\S+)");
    private static final int LONGEST = 2_048;

    /// Empty when the text is no such URL.
    public static Optional<RtmpUrl> parse(String text) {
        var found = SHAPE.matcher(text.strip());
        if (text.length() > LONGEST || !found.matches()) {
            return Optional.empty();
        }
        var scheme = found.group(1).toLowerCase(Locale.ROOT);
        var path = found.group(4);
        var cut = lastCut(path);
        var port = found.group(3) == null ? usualPort(scheme) : Integer.parseInt(found.group(3));
        if (cut <= 0 || cut == path.length() - 1 || port < 1 || port > 65_535) {
            return Optional.empty();
        }
        var app = path.substring(0, cut);
        var named = found.group(3) == null ? "" : ":" + port;
        return Optional.of(
                new RtmpUrl(
                        scheme.equals("rtmps"),
                        found.group(2).replaceAll("[\\[\\]]", ""),
                        port,
                        app,
                        scheme + "://" + found.group(2) + named + "/" + app,
                        path.substring(cut + 1)));
    }

    /// Parts the app from the key. A query belongs to the key, unless nothing but the app stands
    /// before it, as in YouTube's `live2?backup=1/KEY`.
    private static int lastCut(String path) {
        var query = path.indexOf('?');
        var inPath = query < 0 ? path.lastIndexOf('/') : path.lastIndexOf('/', query);
        return inPath > 0 ? inPath : path.lastIndexOf('/');
    }

    private static int usualPort(String scheme) {
        return scheme.equals("rtmps") ? 443 : 1_935;
    }

    /// What may be shown: everything but the key.
    public String masked() {
        var start = key.length() > 12 ? key.substring(0, 4) : "";
        return tcUrl.replaceAll("\\?.*", "") + "/" + start + "***";
    }

    @Override
    public String toString() {
        return masked();
    }
}
