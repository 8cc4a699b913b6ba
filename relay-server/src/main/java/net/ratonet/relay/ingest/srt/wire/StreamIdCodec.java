package net.ratonet.relay.ingest.srt.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ratonet.relay.ingest.srt.wire.Wish.Purpose;

/// Reads the stream ids that encoders, players and other relays have made customary.
public final class StreamIdCodec {

    private static final int LONGEST = 512;
    private static final String ACCESS_CONTROL = "#!::";
    private static final Set<String> PUBLISHING = Set.of("publish", "push", "uplive.sls");
    private static final Set<String> PLAYING = Set.of("play", "read", "request", "live.sls");
    private static final String LIVE = "live";

    private StreamIdCodec() {}

    public static StreamId read(String streamId) {
        var text = unescaped(streamId).strip();
        if (text.isEmpty()) {
            return new StreamId.Missing();
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return unclear("is too long or not text");
        }
        if (text.startsWith(ACCESS_CONTROL)) {
            return accessControl(text.substring(ACCESS_CONTROL.length()));
        }
        if (text.startsWith("#!")) {
            return unclear("starts with #! but not with " + ACCESS_CONTROL);
        }
        var colon = text.indexOf(':');
        return colon < 0 ? path(text) : mediaPath(text.substring(0, colon), text, colon + 1);
    }

    /// `publish:KEY`, `publish:KEY:user:password`, `read:KEY`.
    private static StreamId mediaPath(String word, String text, int keyAt) {
        var end = text.indexOf(':', keyAt);
        var key = lastPart(end < 0 ? text.substring(keyAt) : text.substring(keyAt, end));
        if (PUBLISHING.contains(word)) {
            return asked(Purpose.PUBLISH, key);
        }
        return PLAYING.contains(word)
                ? asked(Purpose.PLAY, key)
                : unclear("has a colon, but neither publish: nor read: before it");
    }

    /// `publish/live/KEY`, `play/live/KEY`, `live/KEY`, and the bare key.
    private static StreamId path(String text) {
        var parts = Arrays.stream(text.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty() || parts.size() > 3) {
            return unclear("has too many or too few parts");
        }
        var key = parts.getLast();
        if (parts.size() == 1) {
            return key.startsWith("play_")
                    ? asked(both(Purpose.PLAY, Purpose.PUBLISH, key))
                    : asked(both(Purpose.PUBLISH, Purpose.PLAY, key));
        }
        var word = parts.getFirst();
        if (PLAYING.contains(word)) {
            return asked(Purpose.PLAY, key);
        }
        return PUBLISHING.contains(word) || (parts.size() == 2 && word.equals(LIVE))
                ? asked(Purpose.PUBLISH, key)
                : unclear("begins with neither publish/, play/ nor live/");
    }

    /// `#!::m=publish,r=KEY,u=…`
    private static StreamId accessControl(String pairs) {
        var values = values(pairs);
        var key = lastPart(values.getOrDefault("r", ""));
        return switch (values.getOrDefault("m", "")) {
            case "publish" -> asked(Purpose.PUBLISH, key);
            case "request", "read", "play" -> asked(Purpose.PLAY, key);
            case "" -> asked(both(Purpose.PLAY, Purpose.PUBLISH, key));
            default -> unclear("asks for a mode m= other than publish or request");
        };
    }

    private static Map<String, String> values(String pairs) {
        return Arrays.stream(pairs.split(","))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(
                                pair -> pair[0].strip(),
                                pair -> pair[1].strip(),
                                (first, _) -> first));
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static StreamId asked(Purpose purpose, String key) {
        return asked(wishes(purpose, key).toList());
    }

    private static StreamId asked(List<Wish> wishes) {
        return wishes.getFirst().key().isEmpty()
                ? unclear("names no key")
                : new StreamId.Asked(wishes);
    }

    private static List<Wish> both(Purpose likelier, Purpose other, String key) {
        return Stream.concat(wishes(likelier, key), wishes(other, key)).toList();
    }

    /// A key may itself begin with the word that others put before it.
    private static Stream<Wish> wishes(Purpose purpose, String key) {
        var word =
                switch (purpose) {
                    case PUBLISH -> "live_";
                    case PLAY -> "play_";
                };
        var wishes = new ArrayList<Wish>();
        wishes.add(new Wish(purpose, key));
        if (key.startsWith(word) && key.length() > word.length()) {
            wishes.add(new Wish(purpose, key.substring(word.length())));
        }
        return wishes.stream();
    }

    private static StreamId unclear(String why) {
        return new StreamId.Unclear(why);
    }

    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
