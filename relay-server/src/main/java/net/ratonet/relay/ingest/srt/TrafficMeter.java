package net.ratonet.relay.ingest.srt;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import net.ratonet.relay.session.LinkStatistics;
import net.ratonet.relay.session.NetworkStatistics;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// Counts what passes between a publisher and libsrt, which itself says nothing. What never came is
/// known when libsrt confirms past it; what comes after that came too late. Owned by the loop's
/// thread.
final class TrafficMeter {

    /// More than libsrt lets be on its way.
    private static final int REMEMBERED = 65_536;

    private static final int ACKS = 256;

    private final long[] arrived = new long[REMEMBERED / Long.SIZE];
    private final int[] ackNumbers = new int[ACKS];
    private final long[] ackTimes = new long[ACKS];

    /// The first number that libsrt has not confirmed.
    private int confirmed;

    private int highest;
    private long received;
    private long lost;
    private long retransmitted;
    private long dropped;
    private double rttMs;
    private int mostRoom;
    private int room;

    TrafficMeter(int firstSequence) {
        confirmed = firstSequence;
        highest = Sequence.plus(firstSequence, -1);
    }

    void data(ByteBuffer packet) {
        var number = SrtPacket.sequence(packet);
        if (SrtPacket.isRetransmitted(packet)) {
            retransmitted++;
        }
        var ahead = Sequence.distance(confirmed, number);
        if (ahead >= REMEMBERED || ahead < -REMEMBERED / 2) {
            return;
        }
        while (Sequence.isAfter(number, highest)) {
            highest = Sequence.next(highest);
            mark(highest, false);
        }
        if (!hasArrived(number)) {
            received++;
            mark(number, true);
            if (ahead < 0) {
                dropped++;
            }
        }
    }

    /// An ACK of libsrt's, on its way to the peer.
    void ack(ByteBuffer packet, long nowNanos) {
        if (packet.remaining() < SrtPacket.HEADER + Integer.BYTES) {
            return;
        }
        confirm(SrtPacket.lastAcknowledged(packet));
        var number = SrtPacket.ackNumber(packet);
        if (number != 0) {
            ackNumbers[number & (ACKS - 1)] = number;
            ackTimes[number & (ACKS - 1)] = nowNanos;
        }
        if (packet.remaining() >= 32) {
            room = packet.getInt(packet.position() + 28);
            mostRoom = Math.max(mostRoom, room);
        }
    }

    void ackAck(ByteBuffer packet, long nowNanos) {
        var number = SrtPacket.ackNumber(packet);
        var slot = number & (ACKS - 1);
        if (number == 0 || ackNumbers[slot] != number) {
            return;
        }
        ackNumbers[slot] = 0;
        var sample = (nowNanos - ackTimes[slot]) / 1e6;
        rttMs = rttMs == 0 ? sample : rttMs + (sample - rttMs) / 8;
    }

    /// What happened since this was last asked, `seconds` ago.
    NetworkStatistics take(double seconds, List<LinkStatistics> links) {
        var statistics =
                new NetworkStatistics(
                        rttMs, received, lost, retransmitted, dropped, buffered(seconds), links);
        received = 0;
        lost = 0;
        retransmitted = 0;
        return statistics;
    }

    private void confirm(int upTo) {
        var steps = Sequence.distance(confirmed, upTo);
        if (steps <= 0 || steps > REMEMBERED) {
            return;
        }
        for (var i = 0; i < steps; i++) {
            if (Sequence.isAfter(confirmed, highest)) {
                highest = confirmed;
                mark(confirmed, false);
            }
            if (!hasArrived(confirmed)) {
                lost++;
            }
            confirmed = Sequence.next(confirmed);
        }
    }

    /// How long what waits in libsrt's buffer takes to arrive.
    private Duration buffered(double seconds) {
        if (received == 0) {
            return Duration.ZERO;
        }
        var packets = Math.max(0, mostRoom - room);
        return Duration.ofNanos((long) (packets * seconds / received * 1e9));
    }

    private boolean hasArrived(int number) {
        return (arrived[word(number)] & 1L << number) != 0;
    }

    private void mark(int number, boolean here) {
        if (here) {
            arrived[word(number)] |= 1L << number;
        } else {
            arrived[word(number)] &= ~(1L << number);
        }
    }

    private static int word(int number) {
        return (number & (REMEMBERED - 1)) >>> 6;
    }
}
