package net.ratonet.relay.ingest.srtla;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ratonet.relay.ingest.srt.SrtPeer;
import net.ratonet.relay.ingest.srt.SrtSession;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;

/// A listener's side of SRT as an impatient libsrt has it: agrees to every handshake, acknowledges
/// each 10 ms, and reports each gap at once and then every 20 ms until it is filled or too old.
final class FakeSrtSession implements SrtSession {

    private static final long ACK_NANOS = 10_000_000;
    private static final int REMEMBERED_ACKS = 1_000;
    private static final long NAK_NANOS = 20_000_000;

    final SrtPeer peer;
    final int socketId;
    final int latencyMs;
    final List<Integer> received = Collections.synchronizedList(new ArrayList<>());
    final List<Integer> controls = new ArrayList<>();
    private final Map<Integer, Gap> missing = new LinkedHashMap<>();
    boolean over;
    boolean closed;
    int roundTripMicros = 100_000;
    boolean silent;
    private int next = -1;
    private final long[] ackSentAt = new long[REMEMBERED_ACKS];
    private int givenUp;
    private int ackNumber;
    private int caller;
    private long ackedAt;

    FakeSrtSession(SrtPeer peer, int socketId, int latencyMs) {
        this.peer = peer;
        this.socketId = socketId;
        this.latencyMs = latencyMs;
    }

    @Override
    public void packet(ByteBuffer packet, long nowNanos) {
        if (SrtPacket.isData(packet)) {
            data(SrtPacket.sequence(packet), nowNanos);
        } else {
            controls.add(SrtPacket.controlType(packet));
            if (Handshake.isHandshake(packet)) {
                answer(packet);
            } else if (SrtPacket.isControl(packet, SrtPacket.ACKACK)) {
                measure(SrtPacket.ackNumber(packet), nowNanos);
            }
        }
        packet.position(packet.limit());
    }

    @Override
    public void tick(long nowNanos) {
        if (!silent && next >= 0 && nowNanos - ackedAt >= ACK_NANOS) {
            ackedAt = nowNanos;
            ackSentAt[(ackNumber + 1) % REMEMBERED_ACKS] = nowNanos;
            peer.send(Packets.ack(++ackNumber, firstMissing(), roundTripMicros, caller));
        }
        reportAgain(nowNanos);
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        closed = true;
    }

    /// Packets that did not come in time.
    int givenUp() {
        return givenUp;
    }

    private int firstMissing() {
        return missing.isEmpty() ? next : missing.keySet().iterator().next();
    }

    private void data(int sequence, long nowNanos) {
        received.add(sequence);
        if (next < 0) {
            next = sequence;
        }
        var ahead = Sequence.distance(next, sequence);
        for (var step = 0; step < ahead; step++) {
            missing.put(Sequence.plus(next, step), new Gap(nowNanos));
        }
        if (ahead >= 0) {
            next = Sequence.next(sequence);
        } else {
            missing.remove(sequence);
        }
        if (ahead > 0) {
            reportAgain(nowNanos);
        }
    }

    private void reportAgain(long nowNanos) {
        if (silent) {
            return;
        }
        var before = missing.size();
        missing.values().removeIf(gap -> nowNanos - gap.since > latencyMs * 1_000_000L);
        givenUp += before - missing.size();
        var nak = Packets.nakHeader(caller);
        var due = false;
        for (var gap : missing.entrySet()) {
            var times = gap.getValue();
            if (times.reportedAt == 0 || nowNanos - times.reportedAt >= NAK_NANOS) {
                due |= LossList.put(nak, gap.getKey(), gap.getKey());
                times.reportedAt = nowNanos;
            }
        }
        if (due) {
            peer.send(nak.flip());
        }
    }

    private void measure(int number, long nowNanos) {
        var micros = (nowNanos - ackSentAt[number % REMEMBERED_ACKS]) / 1_000;
        roundTripMicros += (int) (micros - roundTripMicros) / 8;
    }

    private void answer(ByteBuffer handshake) {
        caller = Handshake.socketId(handshake);
        peer.send(
                Handshake.isInduction(handshake)
                        ? Packets.handshake(Packets.INDUCTION, 0, caller)
                        : Packets.conclusionAnswer(socketId, caller, latencyMs));
    }

    private static final class Gap {

        private final long since;
        private long reportedAt;

        private Gap(long since) {
            this.since = since;
        }
    }
}
