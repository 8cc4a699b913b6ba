package net.ratonet.relay.ingest.srt;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.HandshakeCodec;
import net.ratonet.relay.ingest.srt.wire.SynCookies;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.shared.srt.SrtPacket;
import org.jspecify.annotations.Nullable;

/// One peer: answers its handshakes, and has at most one call with it at a time. A caller that
/// begins anew from the same place replaces its own call. Owned by the loop's thread.
final class PeerSession implements SrtSession {

    /// Packets of a bond come from any of its links, and its registration has proved them.
    private static final InetSocketAddress BOND =
            new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0);

    private final SrtPeer peer;
    private final PacketLoop loop;
    private final SynCookies cookies;
    private final SrtDesk desk;
    private @Nullable SrtCall call;
    private long lastSeen;
    private boolean over;

    PeerSession(SrtPeer peer, PacketLoop loop, SynCookies cookies, SrtDesk desk) {
        this.peer = peer;
        this.loop = loop;
        this.cookies = cookies;
        this.desk = desk;
    }

    @Override
    public void packet(ByteBuffer packet, long nowNanos) {
        lastSeen = nowNanos;
        if (over || !SrtPacket.isSrt(packet)) {
            return;
        }
        if (SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
            var clock = SrtPacket.timestampMicros(packet);
            HandshakeCodec.read(packet).ifPresent(handshake -> shake(handshake, clock, nowNanos));
        } else if (call != null) {
            call.fromPeer(packet, nowNanos);
        }
    }

    @Override
    public void tick(long nowNanos) {
        lastSeen = nowNanos;
        if (call != null) {
            call.tick(nowNanos);
            over = call.isOver();
        }
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        endCall(CallEnd.WITHDRAWN);
        over = true;
    }

    private void shake(Handshake handshake, long clockMicros, long nowNanos) {
        if (handshake.isInduction()) {
            var cookie = cookies.issue(place(), nowNanos);
            send(handshake.greeted(cookie));
        } else if (handshake.isConclusion()
                && cookies.accepts(handshake.cookie(), place(), nowNanos)) {
            conclude(handshake, clockMicros, nowNanos);
        }
    }

    private void conclude(Handshake conclusion, long clockMicros, long nowNanos) {
        if (call != null && call.isOf(conclusion)) {
            call.repeated(clockMicros, nowNanos);
            return;
        }
        endCall(CallEnd.BEGAN_ANEW);
        switch (desk.answer(conclusion, peer)) {
            case SrtDesk.Answer.Yes(var opening) ->
                    call =
                            new SrtCall(
                                    peer,
                                    opening,
                                    desk.childFor(opening.media()),
                                    loop,
                                    new PeerClock(clockMicros, nowNanos));
            case SrtDesk.Answer.No(var code, _) -> {
                send(conclusion.rejected(code));
                over = true;
            }
        }
    }

    private void endCall(CallEnd why) {
        if (call != null) {
            call.end(why, lastSeen);
            call = null;
        }
    }

    private void send(Handshake handshake) {
        peer.send(HandshakeCodec.write(handshake, peer.address().getAddress(), 0));
    }

    private InetSocketAddress place() {
        return peer.protocol() == IngestProtocol.SRTLA ? BOND : peer.address();
    }
}
