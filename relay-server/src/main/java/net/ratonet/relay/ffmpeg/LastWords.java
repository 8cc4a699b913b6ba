package net.ratonet.relay.ffmpeg;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;

/// The newest lines of an error output, without what nobody may read. Any thread may call.
final class LastWords {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 400;

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)((?:key|passphrase|password|token|secret|streamid|srt_streamid)\\s*[=:]\\s*)"
                        + "[^&\\s'\"]+");
    private static final Pattern IN_URL =
            Pattern.compile("(?i)(rtmp[a-z]*://[^/\\s'\"]+/[^/\\s'\"]+/)[^\\s'\"]+");
    private static final Pattern USER = Pattern.compile("(?i)([a-z]+://)[^/@\\s'\"]+@");
    private static final Pattern LIVE_KEY = Pattern.compile("\\b((?:play|live)_)[A-Za-z0-9_-]+");

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    static String masked(String line) {
        var named = NAMED.matcher(line).replaceAll("$1***");
        var url = IN_URL.matcher(named).replaceAll("$1***");
        var user = USER.matcher(url).replaceAll("$1***@");
        return LIVE_KEY.matcher(user).replaceAll("$1***");
    }

    synchronized void add(String line) {
        if (line.isBlank()) {
            return;
        }
        var safe = masked(line.strip());
        lines.add(safe.length() > LONGEST_LINE ? safe.substring(0, LONGEST_LINE) + "…" : safe);
        if (lines.size() > MOST_LINES) {
            lines.remove();
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
