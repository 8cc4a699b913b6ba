package net.ratonet.relay.account;

import java.util.List;
import java.util.regex.Pattern;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Destinations to JSON and back: `[{"platform":"twitch","rtmp_url":"rtmp://…","enabled":true}]`.
public final class DestinationCodec {

    private static final int MOST = 20;
    private static final String CUSTOM = "custom";
    private static final List<String> PLATFORMS = List.of("twitch", "youtube", "kick", CUSTOM);

    /// Stream keys hold nearly any character, so this is wider than a URI.
    private static final Pattern RTMP = url("rtmps?");

    private static final Pattern RTMP_OR_SRT = url("(?:rtmps?|srt)");

    private DestinationCodec() {}

    /// The URLs stay whole: hand in masked ones where the reader is not the owner.
    public static ArrayNode encode(List<Destination> destinations) {
        var out = Json.array();
        for (var destination : destinations) {
            out.addObject()
                    .put("platform", destination.platform())
                    .put("rtmp_url", destination.rtmpUrl())
                    .put("enabled", destination.enabled());
        }
        return out;
    }

    public static Decoded<List<Destination>> decode(JsonNode list) {
        var in = new JsonFields(Json.object().set("destinations", list));
        return in.finish(() -> in.list("destinations", MOST, DestinationCodec::destination));
    }

    /// What lies in the database, where a mistake of long ago must not lock its owner out: entries
    /// without a URL are left out, and a platform that nobody knows is a custom one.
    public static List<Destination> read(JsonNode list) {
        return list.valueStream()
                .filter(entry -> !entry.path("rtmp_url").asString("").isEmpty())
                .map(DestinationCodec::lenient)
                .toList();
    }

    private static Destination lenient(JsonNode entry) {
        var platform = entry.path("platform").asString(CUSTOM);
        return new Destination(
                PLATFORMS.contains(platform) ? platform : CUSTOM,
                entry.path("rtmp_url").asString(),
                entry.path("enabled").asBoolean(true));
    }

    private static Destination destination(JsonFields in) {
        var platform =
                in.choice("platform", PLATFORMS.toArray(String[]::new), name -> name, CUSTOM);
        var url = in.text("rtmp_url", ProfileFields.LONGEST_URL).strip();
        checkUrl(in, platform, url);
        return new Destination(platform, url, in.flag("enabled", true));
    }

    private static void checkUrl(JsonFields in, String platform, String url) {
        if (platform.equals(CUSTOM) && !RTMP_OR_SRT.matcher(url).matches()) {
            in.refuse("rtmp_url", "must start with rtmp://, rtmps:// or srt://");
        } else if (!platform.equals(CUSTOM) && !RTMP.matcher(url).matches()) {
            in.refuse("rtmp_url", "must start with rtmp:// or rtmps://");
        } else if (url.endsWith("***")) {
            in.refuse("rtmp_url", "is masked; send the whole URL with the stream key");
        }
    }

    private static Pattern url(String scheme) {
        return Pattern.compile(
                scheme + "://[^\\s\\p{Cntrl}/?#]+[^\\s\\p{Cntrl}]*", Pattern.CASE_INSENSITIVE);
    }
}
