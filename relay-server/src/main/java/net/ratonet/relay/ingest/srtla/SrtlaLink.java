package net.ratonet.relay.ingest.srtla;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;
import net.ratonet.relay.session.LinkStatistics;
import net.ratonet.shared.srtla.LinkReport;
import net.ratonet.shared.srtla.SrtlaCodec;
import org.jspecify.annotations.Nullable;

/// One link of a group: an address from which its packets come. Owned by the loop's thread.
final class SrtlaLink {

    /// Well below the time after which a sender worries about its packets.
    private static final long ACK_WAITS_NANOS = 30_000_000;

    private final SrtlaGroup group;
    private final int number;
    private final InetSocketAddress address;
    private final long since;
    private final LinkMeter meter;
    private final int[] unacknowledged = new int[SrtlaCodec.USUAL_ACK_COUNT];
    private int waiting;
    private long waitingSince;
    private long heardAt;
    private @Nullable LinkReport report;

    SrtlaLink(SrtlaGroup group, int number, InetSocketAddress address, long nowNanos) {
        this.group = group;
        this.number = number;
        this.address = address;
        since = nowNanos;
        heardAt = nowNanos;
        meter = new LinkMeter(nowNanos);
    }

    SrtlaGroup group() {
        return group;
    }

    int number() {
        return number;
    }

    InetSocketAddress address() {
        return address;
    }

    LinkMeter meter() {
        return meter;
    }

    void heard(long nowNanos) {
        heardAt = nowNanos;
    }

    long silentNanos(long nowNanos) {
        return nowNanos - heardAt;
    }

    void reported(LinkReport news) {
        report = news;
    }

    /// Tells the sender that a packet came on this link, at the latest with the tenth.
    void acknowledge(int sequence, Replies replies, long nowNanos) {
        if (waiting == 0) {
            waitingSince = nowNanos;
        }
        unacknowledged[waiting++] = sequence;
        if (waiting == unacknowledged.length) {
            flush(replies);
        }
    }

    /// A batch that does not fill must not wait for ever.
    void flushLate(Replies replies, long nowNanos) {
        if (waiting > 0 && nowNanos - waitingSince >= ACK_WAITS_NANOS) {
            flush(replies);
        }
    }

    private void flush(Replies replies) {
        replies.acknowledge(unacknowledged, waiting, address);
        waiting = 0;
    }

    LinkStatistics statistics(double goodputOfAll, double leastDelayMicros, long nowNanos) {
        var goodput = meter.goodput();
        var delay = meter.hasDelay(nowNanos) ? meter.delayMicros() - leastDelayMicros : 0;
        return new LinkStatistics(
                number,
                address,
                goodput,
                goodputOfAll == 0 ? 0 : goodput.bitsPerSecond() / goodputOfAll,
                report == null ? 0 : report.rttMillis(),
                micros(delay),
                micros(meter.jitterMicros()),
                meter.lossPct(),
                meter.bytes(),
                report == null ? OptionalInt.empty() : OptionalInt.of(report.window()),
                Duration.ofNanos(nowNanos - since));
    }

    private static Duration micros(double micros) {
        return Duration.ofNanos(Math.round(micros * 1_000));
    }
}
