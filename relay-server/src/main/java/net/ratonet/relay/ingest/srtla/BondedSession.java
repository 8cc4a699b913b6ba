package net.ratonet.relay.ingest.srtla;

import java.nio.ByteBuffer;
import net.ratonet.relay.ingest.srt.SrtSession;
import net.ratonet.shared.srt.SrtPacket;

/// One SRT session within a group, from its encoder's first handshake until that encoder is gone or
/// another one takes its place. Owned by the loop's thread.
final class BondedSession {

    private static final long LINKS_SHOW_NANOS = 2_000_000_000;

    private final SrtSession session;
    private final int caller;
    private final NakGate gate = new NakGate(NakGate.USUAL_LATENCY);
    private boolean established;
    private int answerer;
    private boolean hasTransitOrigin;
    private int transitOrigin;
    private long begunAt;

    /// @param caller the socket id that the encoder gave itself
    BondedSession(SrtSession session, int caller) {
        this.session = session;
        this.caller = caller;
    }

    SrtSession session() {
        return session;
    }

    NakGate gate() {
        return gate;
    }

    int caller() {
        return caller;
    }

    /// Whether both sides have agreed; only then data means anything.
    boolean isEstablished() {
        return established;
    }

    /// Whether a packet is for this session, not a late one for its predecessor.
    boolean isMeant(ByteBuffer packet) {
        return established && SrtPacket.destination(packet) == answerer;
    }

    /// The SRT side's answer to a handshake is on its way to the encoder.
    void answered(ByteBuffer handshake) {
        if (Handshake.isConclusion(handshake)) {
            established = true;
            answerer = Handshake.socketId(handshake);
            Handshake.latency(handshake).filter(d -> d.isPositive()).ifPresent(gate::latency);
        }
    }

    /// Whether the slow links too have had time to show how slow they are.
    boolean knowsItsLinks(long nowNanos) {
        return hasTransitOrigin && nowNanos - begunAt >= LINKS_SHOW_NANOS;
    }

    /// How much longer a packet was on its way than the first one; its clock's wrap cancels out.
    int transitMicros(ByteBuffer packet, long nowNanos) {
        var transit = (int) (nowNanos / 1_000 - SrtPacket.timestampMicros(packet));
        if (!hasTransitOrigin) {
            hasTransitOrigin = true;
            transitOrigin = transit;
            begunAt = nowNanos;
        }
        return transit - transitOrigin;
    }
}
