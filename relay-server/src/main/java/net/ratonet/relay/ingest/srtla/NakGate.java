package net.ratonet.relay.ingest.srtla;

import java.nio.ByteBuffer;
import java.time.Duration;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// Stands between SRT and the sender and holds back reports of packets that are merely late: on
/// several links, packets overtake each other all the time. It lets a report pass once a packet has
/// been missing for longer than the links differ, and again when an answer could have been here.
/// SRT repeats its reports, so no timer is needed. Pure.
final class NakGate {

    static final Duration USUAL_LATENCY = Duration.ofSeconds(2);

    private static final int LEAST_HOLD_MS = 100;
    private static final int MOST_HOLD_MS = 500;
    private static final int LATENESS_MARGIN_MS = 30;
    private static final int LATENESS_FADES_MS = 20_000;
    private static final int LEAST_REPEAT_MS = 20;

    /// Until the links are known.
    private static final int FIRST_SPREAD_MS = 250;

    /// A report may claim half of all numbers.
    private static final int MOST_WALKED = 8_192;

    private static final int LONGEST_RANGE_ENTRY = 2 * Integer.BYTES;

    private final ArrivalWindow window = new ArrivalWindow();
    private final LossList.RangeVisitor asked = this::asked;
    private int mostHoldMs;
    private int repeatMs = 130;
    private int spreadMs = FIRST_SPREAD_MS;
    private int lateMs;
    private int lateAtMs;

    private ByteBuffer into = ByteBuffer.allocate(0);
    private int filteredAtMs;
    private int holdNowMs;
    private int kept;
    private int suppressed;
    private int runFirst;
    private int runLength;

    NakGate(Duration latency) {
        latency(latency);
    }

    /// How long SRT waits for a packet; half of it must be left for the answer.
    void latency(Duration latency) {
        mostHoldMs = (int) Math.min(MOST_HOLD_MS, latency.toMillis() / 2);
    }

    /// The round trip as SRT's last full ACK states it.
    void roundTrip(int micros) {
        repeatMs = Math.max(LEAST_REPEAT_MS, (int) (micros * 1.3 / 1_000));
    }

    /// How much later a packet may come on the slowest link than on the quickest.
    void spread(Duration spread) {
        spreadMs = (int) Math.min(spread.toMillis(), MOST_HOLD_MS);
    }

    Arrival arrived(int sequence, boolean retransmitted, int carrier, long nowNanos) {
        var nowMs = millis(nowNanos);
        var arrival = window.arrived(sequence, retransmitted, carrier, nowMs);
        if (arrival == Arrival.LATE) {
            noteLateness(window.latenessMs(sequence, nowMs), nowMs);
        }
        return arrival;
    }

    /// The link that probably lost a packet: its neighbour's.
    int carrierBefore(int sequence) {
        return window.carrierBefore(sequence);
    }

    /// Writes what is left of a report: its header, then the numbers to ask for now.
    ///
    /// @return how many those are; the report is not worth sending without any
    int filter(ByteBuffer nak, ByteBuffer into, long nowNanos) {
        this.into = into;
        kept = 0;
        runLength = 0;
        filteredAtMs = millis(nowNanos);
        holdNowMs = holdMs(filteredAtMs);
        for (var at = 0; at < SrtPacket.HEADER; at += Integer.BYTES) {
            into.putInt(nak.getInt(nak.position() + at));
        }
        LossList.walk(nak, MOST_WALKED, asked);
        endRun();
        return kept;
    }

    /// Numbers that were held back so far, each as often as SRT reported it.
    int suppressed() {
        return suppressed;
    }

    Duration hold(long nowNanos) {
        return Duration.ofMillis(holdMs(millis(nowNanos)));
    }

    private int holdMs(int nowMs) {
        var wanted = Math.max(LEAST_HOLD_MS, Math.max(spreadMs, fadedLateMs(nowMs)));
        return Math.min(wanted, mostHoldMs);
    }

    private void noteLateness(int latenessMs, int nowMs) {
        var late = Math.min(latenessMs + LATENESS_MARGIN_MS, MOST_HOLD_MS);
        if (late >= fadedLateMs(nowMs)) {
            lateMs = late;
            lateAtMs = nowMs;
        }
    }

    private int fadedLateMs(int nowMs) {
        var age = nowMs - lateAtMs;
        return age >= LATENESS_FADES_MS
                ? 0
                : (int) ((long) lateMs * (LATENESS_FADES_MS - age) / LATENESS_FADES_MS);
    }

    private void asked(int first, int last) {
        var count = Sequence.distance(first, last) + 1;
        for (var step = 0; step < count; step++) {
            var sequence = Sequence.plus(first, step);
            if (hasRoom() && window.asksFor(sequence, filteredAtMs, holdNowMs, repeatMs)) {
                keep(sequence);
            } else {
                suppressed++;
            }
        }
    }

    /// For the run that is open and for one more.
    private boolean hasRoom() {
        return into.remaining() >= 2 * LONGEST_RANGE_ENTRY;
    }

    private void keep(int sequence) {
        kept++;
        if (runLength > 0 && sequence == Sequence.plus(runFirst, runLength)) {
            runLength++;
            return;
        }
        endRun();
        runFirst = sequence;
        runLength = 1;
    }

    private void endRun() {
        if (runLength > 0) {
            LossList.put(into, runFirst, Sequence.plus(runFirst, runLength - 1));
            runLength = 0;
        }
    }

    private static int millis(long nanos) {
        return (int) (nanos / 1_000_000);
    }
}
