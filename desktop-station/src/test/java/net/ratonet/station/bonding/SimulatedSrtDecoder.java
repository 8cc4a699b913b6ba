package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// The receiving end of a live SRT connection in virtual time, with the patience that a bonding
/// receiver has before it asks again: a packet that another one overtook is not lost yet.
public final class SimulatedSrtDecoder {

    private static final long ACK_NANOS = 10_000_000;
    private static final long NAK_NANOS = 20_000_000;
    private static final long LEAST_HOLD_NANOS = 100_000_000;
    private static final long MOST_HOLD_NANOS = 500_000_000;
    private static final long FORGETTING_NANOS = 20_000_000_000L;

    private final Consumer<ByteBuffer> output;
    private final long latencyNanos;
    private final TreeMap<Long, Missing> missing = new TreeMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1_500);
    private final long[] ackSentNanos = new long[256];
    private final int peer;

    private boolean begun;
    private long highest;
    private long acknowledged;
    private long ackedNanos;
    private long nakedNanos;
    private int ackNumber;
    private long rttNanos = 100_000_000;
    private long latenessNanos;
    private long latenessSetNanos;

    private long received;
    private long lost;

    SimulatedSrtDecoder(int peer, long latencyNanos, Consumer<ByteBuffer> output) {
        this.peer = peer;
        this.latencyNanos = latencyNanos;
        this.output = output;
    }

    void receive(ByteBuffer packet, long now) {
        if (SrtPacket.isControl(packet, SrtPacket.ACKACK)) {
            var sentNanos = ackSentNanos[SrtPacket.ackNumber(packet) & 255];
            rttNanos += (now - sentNanos - rttNanos) / 8;
        } else if (SrtPacket.isData(packet)) {
            data(SrtPacket.sequence(packet), SrtPacket.isRetransmitted(packet), now);
        }
    }

    private void data(int number, boolean repeated, long now) {
        if (!begun) {
            begun = true;
            highest = number - 1L;
            acknowledged = number;
        }
        var full = highest + Sequence.distance((int) (highest & Sequence.LAST), number);
        if (full > highest) {
            for (var gap = highest + 1; gap < full; gap++) {
                missing.put(gap, new Missing(now));
            }
            highest = full;
            received++;
            return;
        }
        var gap = missing.remove(full);
        if (gap != null) {
            received++;
            if (!repeated) {
                latenessNanos =
                        Math.max(
                                lateness(now),
                                Math.min(now - gap.sinceNanos + 30_000_000, MOST_HOLD_NANOS));
                latenessSetNanos = now;
            }
        }
    }

    void advance(long now) {
        while (!missing.isEmpty()
                && now - missing.firstEntry().getValue().sinceNanos > latencyNanos) {
            missing.pollFirstEntry();
            lost++;
        }
        if (begun && now - ackedNanos >= ACK_NANOS) {
            ack(now);
        }
        if (now - nakedNanos >= NAK_NANOS) {
            nakedNanos = now;
            nak(now);
        }
    }

    private void ack(long now) {
        var next = missing.isEmpty() ? highest + 1 : missing.firstKey();
        if (next == acknowledged) {
            return;
        }
        acknowledged = next;
        ackedNanos = now;
        ackNumber++;
        ackSentNanos[ackNumber & 255] = now;
        SrtPacket.putControl(buffer.clear(), SrtPacket.ACK, ackNumber, now / 1_000, peer);
        buffer.putInt((int) (next & Sequence.LAST)).putInt((int) (rttNanos / 1_000));
        buffer.putInt(5_000).putInt(8_000).putInt(500).putInt(1_000).putInt(600_000);
        output.accept(buffer.flip());
    }

    private void nak(long now) {
        var hold = Math.max(LEAST_HOLD_NANOS, lateness(now));
        var again = Math.max(NAK_NANOS, rttNanos * 13 / 10);
        SrtPacket.putControl(buffer.clear(), SrtPacket.NAK, 0, now / 1_000, peer);
        missing.forEach((number, gap) -> {
            if (now - gap.sinceNanos >= hold
                    && (gap.reportedNanos == 0 || now - gap.reportedNanos >= again)) {
                var wire = (int) (number & Sequence.LAST);
                if (LossList.put(buffer, wire, wire)) {
                    gap.reportedNanos = now;
                }
            }
        });
        if (buffer.position() > SrtPacket.HEADER) {
            output.accept(buffer.flip());
        }
    }

    private long lateness(long now) {
        var rest = Math.max(0, FORGETTING_NANOS - (now - latenessSetNanos));
        return (long) (latenessNanos * (rest / (double) FORGETTING_NANOS));
    }

    public long received() {
        return received;
    }

    /// Packets that came too late for the picture, or never.
    public long lost() {
        return lost;
    }

    private static final class Missing {
        private final long sinceNanos;
        private long reportedNanos;

        Missing(long sinceNanos) {
            this.sinceNanos = sinceNanos;
        }
    }
}
