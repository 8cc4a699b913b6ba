package net.ratonet.relay.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells what is worth a line in the log from what was written a while ago: an encoder that is sent
/// away comes back every few seconds. It remembers the newest thousand. Any thread may call.
///
/// @param <T> what is the same when it is equal
public final class Seldom<T> {

    private static final long QUIET = Duration.ofMinutes(5).toNanos();
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<T, Long> written =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<T, Long> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    /// Whether it was not asked of before, or long ago; from now on it was.
    public synchronized boolean isNews(T what, long nowNanos) {
        var last = written.get(what);
        if (last != null && nowNanos - last < QUIET) {
            return false;
        }
        written.put(what, nowNanos);
        return true;
    }
}
