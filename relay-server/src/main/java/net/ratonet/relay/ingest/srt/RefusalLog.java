package net.ratonet.relay.ingest.srt;

import java.net.InetAddress;
import net.ratonet.relay.session.Seldom;
import net.ratonet.shared.flow.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down why callers are refused: the same reason for the same address once in a while only,
/// however often it calls. Any thread may call.
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private final Ticker ticker;
    private final Seldom<Refusal> written = new Seldom<>();

    RefusalLog(Ticker ticker) {
        this.ticker = ticker;
    }

    void refused(InetAddress caller, String why) {
        if (written.isNews(new Refusal(caller, why), ticker.nowNanos())) {
            LOG.info("SRT: {} is refused: it {}", caller.getHostAddress(), why);
        }
    }

    private record Refusal(InetAddress caller, String why) {}
}
