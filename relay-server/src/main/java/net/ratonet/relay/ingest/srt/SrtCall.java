package net.ratonet.relay.ingest.srt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import net.ratonet.relay.ingest.loop.PacketLoop;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.HandshakeCodec;
import net.ratonet.relay.ingest.srt.wire.HandshakeExtension;
import net.ratonet.relay.ingest.srt.wire.Rejection;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.shared.srt.SrtPacket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One caller that was let in, spliced to an FFmpeg of its own: it copies packets both ways, takes
/// the encryption off or puts it on, counts, and ends both when one ends. Owned by the loop's
/// thread.
final class SrtCall {

    private static final Logger LOG = LoggerFactory.getLogger(SrtCall.class);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A bond has its own idea of when it is gone.
    private static final Duration BONDED_PATIENCE = Duration.ofSeconds(15);

    private final SrtPeer peer;
    private final Handshake conclusion;
    private final CallMedia media;
    private final CallSecurity security;
    private final SpliceChild child;
    private final ChildLink link;
    private final TrafficMeter meter;
    private final long patience;
    private final PeerClock peerClock;
    private CallState state;
    private @Nullable Handshake agreed;
    private int childClock;
    private long heardAt;
    private long aliveAt;
    private long measuredAt;

    /// @param peerClock as the caller's conclusion shows it
    SrtCall(
            SrtPeer peer,
            Opening opening,
            SpliceChild child,
            PacketLoop loop,
            PeerClock peerClock) {
        var nowNanos = peerClock.seenAtNanos();
        this.peer = peer;
        this.conclusion = opening.conclusion();
        this.media = opening.media();
        this.security = opening.security();
        this.child = child;
        this.link = new ChildLink(loop, this::fromChild);
        this.meter = new TrafficMeter(conclusion.terms().sequence());
        this.patience = (isBonded() ? BONDED_PATIENCE : PATIENCE).toNanos();
        this.peerClock = peerClock;
        this.state = CallLifecycle.begin(nowNanos);
        this.heardAt = nowNanos;
        this.aliveAt = nowNanos;
        this.measuredAt = nowNanos;
        child.start();
    }

    boolean isOver() {
        return state instanceof CallState.Over;
    }

    /// Whether a conclusion is of this call, and not of a new one from the same place.
    boolean isOf(Handshake other) {
        return other.socketId() == conclusion.socketId()
                && other.terms().sequence() == conclusion.terms().sequence();
    }

    void repeated(long clockMicros, long nowNanos) {
        heardAt = nowNanos;
        peerClock.seen(clockMicros, nowNanos);
        on(new CallEvent.PeerRepeats(), nowNanos);
    }

    void fromPeer(ByteBuffer packet, long nowNanos) {
        var ours = agreed;
        if (ours == null || SrtPacket.destination(packet) != ours.socketId()) {
            return;
        }
        heardAt = nowNanos;
        peerClock.seen(SrtPacket.timestampMicros(packet), nowNanos);
        if (SrtPacket.isData(packet)) {
            dataFromPeer(packet);
        } else {
            controlFromPeer(packet, nowNanos);
        }
    }

    void tick(long nowNanos) {
        var withdrawn = media.isWithdrawn();
        lookAtChild(nowNanos);
        if (withdrawn) {
            end(CallEnd.WITHDRAWN, nowNanos);
        }
        if (nowNanos - heardAt > patience) {
            on(new CallEvent.PeerSilent(), nowNanos);
        }
        on(new CallEvent.TimePasses(), nowNanos);
        if (state instanceof CallState.Running) {
            keepAlive(nowNanos);
            measure(nowNanos);
        }
    }

    void end(CallEnd why, long nowNanos) {
        on(new CallEvent.Withdrawn(why), nowNanos);
    }

    /// Who was let in, and to what.
    record Opening(Handshake conclusion, CallMedia media, CallSecurity security) {}

    private void lookAtChild(long nowNanos) {
        if (child.isGone()) {
            on(new CallEvent.ChildGone(), nowNanos);
            return;
        }
        var port = child.port();
        if (port.isPresent() && port.getAsInt() != link.port() && !isOver()) {
            try {
                link.connect(port.getAsInt());
                on(new CallEvent.ChildStarted(), nowNanos);
            } catch (IOException trouble) {
                LOG.warn("{}: no socket towards FFmpeg: {}", media.name(), trouble.getMessage());
                on(new CallEvent.ChildGone(), nowNanos);
            }
        }
    }

    private void dataFromPeer(ByteBuffer packet) {
        if (security.fromPeer(packet)) {
            meter.data(packet);
            link.send(packet);
        }
    }

    private void controlFromPeer(ByteBuffer packet, long nowNanos) {
        switch (SrtPacket.controlType(packet)) {
            // FFmpeg is not told, or it would throw away what it still holds.
            case SrtPacket.SHUTDOWN -> on(new CallEvent.PeerLeaves(), nowNanos);
            case SrtPacket.USER -> extension(packet);
            case SrtPacket.ACKACK -> {
                meter.ackAck(packet, nowNanos);
                link.send(packet);
            }
            default -> link.send(packet);
        }
    }

    private void extension(ByteBuffer packet) {
        if (SrtPacket.subtype(packet) != HandshakeExtension.KMREQ) {
            link.send(packet);
            return;
        }
        var message = new byte[packet.remaining() - SrtPacket.HEADER];
        packet.get(packet.position() + SrtPacket.HEADER, message);
        if (security.refresh(message)) {
            var answer = ByteBuffer.allocate(SrtPacket.HEADER + message.length);
            SrtPacket.putControl(answer, SrtPacket.USER, 0, childClock, conclusion.socketId());
            answer.putShort(2, (short) HandshakeExtension.KMRSP).put(message);
            peer.send(answer.flip());
        }
    }

    private void fromChild(ByteBuffer packet, long nowNanos) {
        if (!SrtPacket.isSrt(packet)) {
            return;
        }
        childClock = (int) SrtPacket.timestampMicros(packet);
        if (SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
            HandshakeCodec.read(packet).ifPresent(answer -> answered(answer, nowNanos));
            return;
        }
        if (SrtPacket.isData(packet)) {
            if (security.toPeer(packet)) {
                peer.send(packet);
            }
            return;
        }
        if (SrtPacket.isControl(packet, SrtPacket.ACK)) {
            meter.ack(packet, nowNanos);
        }
        if (!SrtPacket.isControl(packet, SrtPacket.SHUTDOWN)) {
            peer.send(packet);
        } else {
            on(new CallEvent.ChildGone(), nowNanos);
        }
    }

    private void answered(Handshake answer, long nowNanos) {
        if (answer.isInduction() && answer.features() == Handshake.MAGIC) {
            on(new CallEvent.ChildGreets(answer.cookie()), nowNanos);
        } else if (answer.isConclusion() && agreed == null) {
            agreed = answer;
            on(new CallEvent.ChildAgrees(), nowNanos);
        } else if (answer.isRejection()) {
            LOG.warn("{}: FFmpeg refused with {}", media.name(), answer.type());
            on(new CallEvent.ChildGone(), nowNanos);
        }
    }

    private void on(CallEvent event, long nowNanos) {
        var step = CallLifecycle.on(state, event, nowNanos);
        diary(state, step.next());
        state = step.next();
        step.actions().forEach(action -> act(action, nowNanos));
    }

    private void act(CallAction action, long nowNanos) {
        switch (action) {
            case CallAction.GreetChild _ -> toChild(conclusion.asInduction(), nowNanos);
            case CallAction.ConcludeWithChild(var cookie) -> concludeWithChild(cookie, nowNanos);
            case CallAction.AnswerPeer _ -> answerPeer();
            case CallAction.RefusePeer _ -> toPeer(conclusion.rejected(Rejection.SYSTEM));
            case CallAction.LeavePeer _ -> sayGoodbye();
            case CallAction.EndChild _ -> {
                link.close();
                child.close();
            }
            case CallAction.DrainChild _ -> {
                link.close();
                child.drain(agreedLatency());
            }
        }
    }

    private void concludeWithChild(int cookie, long nowNanos) {
        var inClear = conclusion.inClear().withCookie(cookie);
        toChild(inClear.withLeastLatency(media.latency()), nowNanos);
    }

    private void answerPeer() {
        child.connected();
        if (agreed != null) {
            toPeer(security.toPeer(agreed));
        }
    }

    private Duration agreedLatency() {
        return agreed == null ? Duration.ZERO : agreed.receiverLatency();
    }

    private void sayGoodbye() {
        peer.send(bare(SrtPacket.SHUTDOWN, childClock, conclusion.socketId()));
    }

    /// libsrt gives up after 5 s without a word, a bond does not.
    private void keepAlive(long nowNanos) {
        var silentSince = Math.max(heardAt, aliveAt);
        if (isBonded() && nowNanos - silentSince >= SECOND && agreed != null) {
            aliveAt = nowNanos;
            var clock = peerClock.at(nowNanos);
            link.send(bare(SrtPacket.KEEPALIVE, clock, agreed.socketId()));
        }
    }

    private void measure(long nowNanos) {
        if (nowNanos - measuredAt >= SECOND) {
            var seconds = (nowNanos - measuredAt) / 1e9;
            measuredAt = nowNanos;
            media.network(meter.take(seconds, peer.links(nowNanos)));
        }
    }

    private void diary(CallState before, CallState next) {
        if (before instanceof CallState.Concluding && next instanceof CallState.Running) {
            LOG.info(
                    "{} from {} over {}, {}",
                    media.name(),
                    peer.address(),
                    peer.protocol(),
                    security.describe());
        }
        if (next instanceof CallState.Over(var why) && !(before instanceof CallState.Over)) {
            LOG.info("{} from {} is over: {}", media.name(), peer.address(), why.sentence());
        }
    }

    private boolean isBonded() {
        return peer.protocol() == IngestProtocol.SRTLA;
    }

    private void toChild(Handshake handshake, long nowNanos) {
        var clock = peerClock.at(nowNanos);
        link.send(HandshakeCodec.write(handshake, ChildLink.address(), clock));
    }

    private void toPeer(Handshake handshake) {
        peer.send(HandshakeCodec.write(handshake, peer.address().getAddress(), childClock));
    }

    private static ByteBuffer bare(int type, int clock, int destination) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), type, 0, clock, destination)
                .putInt(0)
                .flip();
    }
}
