package net.ratonet.relay.ingest.srtla;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import net.ratonet.relay.ingest.srt.SrtPeer;
import net.ratonet.relay.ingest.srt.SrtSession;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.LinkStatistics;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.GroupId;
import org.jspecify.annotations.Nullable;

/// All links of one sender, which together are one SRT peer. What comes in goes on at once, in the
/// order of arrival and each packet once; what goes back takes the links that are best for it.
/// Owned by the loop's thread.
final class SrtlaGroup implements SrtPeer {

    private static final long SECOND = 1_000_000_000;

    private final GroupId id;
    private final long since;
    private final Function<SrtPeer, SrtSession> door;
    private final Replies replies;
    private final SrtlaCounters counters;
    private final LinkSet links = new LinkSet();
    private final InetAddress creator;
    private InetSocketAddress lastActive;
    private long lastLinkHeardAt;
    private @Nullable BondedSession current;
    private int formerCaller;
    private long measuredAt;

    /// As of the last packet or tick, for what the SRT side sends in between.
    private long nowNanos;

    SrtlaGroup(
            GroupId id,
            InetSocketAddress creator,
            Function<SrtPeer, SrtSession> door,
            Replies replies,
            SrtlaCounters counters,
            long nowNanos) {
        this.id = id;
        this.door = door;
        this.replies = replies;
        this.counters = counters;
        this.nowNanos = nowNanos;
        since = nowNanos;
        measuredAt = nowNanos;
        lastLinkHeardAt = nowNanos;
        this.creator = creator.getAddress();
        lastActive = creator;
    }

    GroupId id() {
        return id;
    }

    InetAddress creator() {
        return creator;
    }

    long since() {
        return since;
    }

    /// Whether its sender has shown a key that the door took.
    boolean isProven() {
        return current != null && current.isEstablished();
    }

    LinkSet links() {
        return links;
    }

    SrtlaLink add(InetSocketAddress address, long nowNanos) {
        return links.add(this, address, nowNanos);
    }

    void remove(SrtlaLink link) {
        links.remove(link);
        lastLinkHeardAt = nowNanos - link.silentNanos(nowNanos);
        if (link.address().equals(lastActive)) {
            links.latest(nowNanos).ifPresent(other -> lastActive = other.address());
        }
    }

    /// For how long none of its links has been heard.
    long silentNanos(long nowNanos) {
        return links.latest(nowNanos)
                .map(link -> link.silentNanos(nowNanos))
                .orElse(nowNanos - lastLinkHeardAt);
    }

    /// An SRT packet that came on a link of this group.
    void packet(SrtlaLink link, ByteBuffer packet, long nowNanos) {
        this.nowNanos = nowNanos;
        link.heard(nowNanos);
        if (!SrtPacket.isSrt(packet)) {
            counters.senseless++;
            return;
        }
        lastActive = link.address();
        if (Handshake.isHandshake(packet)) {
            handshake(packet);
            return;
        }
        var session = current;
        if (session == null || !session.isMeant(packet)) {
            counters.unmeant++;
        } else if (SrtPacket.isData(packet)) {
            data(session, link, packet);
        } else {
            session.session().packet(packet, nowNanos);
        }
    }

    /// Once in about 10 ms.
    void tick(long nowNanos) {
        this.nowNanos = nowNanos;
        links.flushLate(replies, nowNanos);
        if (nowNanos - measuredAt >= SECOND) {
            measuredAt = nowNanos;
            measure();
        }
        var session = current;
        if (session != null) {
            session.session().tick(nowNanos);
            if (session.session().isOver()) {
                forget(session);
            }
        }
    }

    /// The group is no more.
    void close() {
        var session = current;
        if (session != null) {
            forget(session);
            session.session().close();
        }
    }

    @Override
    public void send(ByteBuffer packet) {
        var session = current;
        if (session == null) {
            return;
        }
        if (SrtPacket.isControl(packet, SrtPacket.ACK)) {
            acknowledge(session.gate(), packet);
        } else if (SrtPacket.isControl(packet, SrtPacket.NAK)) {
            reportLoss(session.gate(), packet);
        } else {
            if (Handshake.isHandshake(packet)) {
                session.answered(packet);
            }
            replies.forward(packet, lastActive);
        }
    }

    @Override
    public InetSocketAddress address() {
        return lastActive;
    }

    @Override
    public IngestProtocol protocol() {
        return IngestProtocol.SRTLA;
    }

    @Override
    public int slot() {
        return 0;
    }

    @Override
    public List<LinkStatistics> links(long nowNanos) {
        return links.statistics(nowNanos);
    }

    private void handshake(ByteBuffer packet) {
        var caller = Handshake.socketId(packet);
        if (current != null && caller != current.caller()) {
            if (caller == formerCaller || !Handshake.isInduction(packet)) {
                counters.unmeant++;
                return;
            }
            close();
        }
        if (current != null && current.isEstablished() && Handshake.isInduction(packet)) {
            counters.unmeant++;
            return;
        }
        if (current == null) {
            links.forgetTransit();
            current = new BondedSession(door.apply(this), caller);
        }
        current.session().packet(packet, nowNanos);
    }

    private void data(BondedSession session, SrtlaLink link, ByteBuffer packet) {
        var sequence = SrtPacket.sequence(packet);
        var retransmitted = SrtPacket.isRetransmitted(packet);
        var arrival = session.gate().arrived(sequence, retransmitted, link.number(), nowNanos);
        link.acknowledge(sequence, replies, nowNanos);
        link.meter().packet(packet.remaining(), arrival != Arrival.DUPLICATE);
        if (!retransmitted) {
            link.meter().transit(session.transitMicros(packet, nowNanos), nowNanos);
        }
        if (arrival == Arrival.RECOVERED) {
            links.blame(session.gate().carrierBefore(sequence));
        }
        if (arrival == Arrival.DUPLICATE) {
            counters.duplicates++;
        } else {
            counters.forwarded++;
            session.session().packet(packet, nowNanos);
        }
    }

    private void acknowledge(NakGate gate, ByteBuffer ack) {
        var roundTripMicros = SrtPacket.ackRttMicros(ack);
        if (roundTripMicros > 0) {
            gate.roundTrip(roundTripMicros);
        }
        links.broadcast(ack, replies);
    }

    private void reportLoss(NakGate gate, ByteBuffer nak) {
        var before = gate.suppressed();
        var report = replies.blank();
        var kept = gate.filter(nak, report, nowNanos);
        counters.lossesReported += kept;
        counters.lossesHeldBack += gate.suppressed() - before;
        if (kept > 0) {
            links.broadcast(report.flip(), replies);
        }
    }

    private void measure() {
        links.measure(nowNanos);
        var session = current;
        if (session != null && session.knowsItsLinks(nowNanos)) {
            links.spread(nowNanos).ifPresent(session.gate()::spread);
        }
    }

    private void forget(BondedSession session) {
        formerCaller = session.caller();
        current = null;
    }
}
