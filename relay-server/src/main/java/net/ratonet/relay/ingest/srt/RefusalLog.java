package net.ratonet.relay.ingest.srt;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down why callers are refused: the same reason for the same address once in a while only,
/// however often it calls. Any thread may call.
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long QUIET = Duration.ofMinutes(5).toNanos();
    private static final int MOST_REMEMBERED = 1_000;

    private final Ticker ticker;
    private final Map<Refusal, Long> written =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Refusal, Long> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    RefusalLog(Ticker ticker) {
        this.ticker = ticker;
    }

    void refused(InetAddress caller, String why) {
        if (isNews(new Refusal(caller, why))) {
            LOG.info("SRT: {} is refused: it {}", caller.getHostAddress(), why);
        }
    }

    private synchronized boolean isNews(Refusal refusal) {
        var now = ticker.nowNanos();
        var last = written.get(refusal);
        if (last != null && now - last < QUIET) {
            return false;
        }
        written.put(refusal, now);
        return true;
    }

    private record Refusal(InetAddress caller, String why) {}
}
