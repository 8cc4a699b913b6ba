package net.ratonet.relay.ingest.rtmp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// Where encoders put the key. Most send it as the stream's name, some append it to the app, some
/// behind a query, and a few send app and key together as the name.
final class KeyCandidates {

    private static final int LONGEST_KEY = 256;

    private KeyCandidates() {}

    /// The likeliest first.
    static List<String> of(String app, String name) {
        var found = new LinkedHashSet<String>();
        found.add(lastPart(path(name)));
        found.add(path(name));
        Stream.of(name, app).map(KeyCandidates::inQuery).forEach(found::addAll);
        if (path(name).isEmpty()) {
            found.add(lastPart(path(app)));
        }
        return found.stream().filter(KeyCandidates::couldBeKey).toList();
    }

    private static boolean couldBeKey(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_KEY;
    }

    private static String path(String text) {
        var query = text.indexOf('?');
        var path = query < 0 ? text : text.substring(0, query);
        return path.replaceAll("^/+|/+$", "");
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> inQuery(String text) {
        var query = text.indexOf('?');
        var found = new ArrayList<String>();
        if (query >= 0) {
            for (var part : text.substring(query + 1).split("&", 16)) {
                if (part.matches("(?:key|streamkey|stream_key)=.+")) {
                    found.add(part.substring(part.indexOf('=') + 1));
                }
            }
        }
        return found;
    }
}
