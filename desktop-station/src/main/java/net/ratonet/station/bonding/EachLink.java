package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.util.List;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;
import org.jspecify.annotations.Nullable;

/// The whole stream on every link, each to a receiver of its own. The encoder believes to call one:
/// its handshake goes to all, each with the cookie that it gave, and each packet to all, each under
/// the number by which that receiver wants to be addressed. One of them, the leader, speaks to the
/// encoder; of the others only their requests for repetitions do. Owned by the bond's thread.
final class EachLink implements Route {

    private static final int LARGEST = 1_500;
    private static final int SEQUENCE_AT = 24;
    private static final int TYPE_AT = 36;
    private static final int SOCKET_AT = 40;
    private static final int COOKIE_AT = 44;
    private static final int LEAST = COOKIE_AT + Integer.BYTES;
    private static final int TIME_AT = 8;
    private static final int INDUCTION = 1;
    private static final int CONCLUSION = -1;

    private final List<Link> links;
    private final LinkMail mail;
    private final Callee[] callees = new Callee[Bond.MOST_LINKS];
    private final ByteBuffer induction = ByteBuffer.allocate(LARGEST).limit(0);
    private final ByteBuffer conclusion = ByteBuffer.allocate(LARGEST).limit(0);
    private final ByteBuffer answer = ByteBuffer.allocate(64);
    private @Nullable Link leader;
    private boolean streaming;
    private int nextSequence;
    private int newestMicros;

    EachLink(List<Link> links, LinkMail mail) {
        this.links = links;
        this.mail = mail;
    }

    @Override
    public @Nullable Link forData() {
        return leader;
    }

    @Override
    public @Nullable Link forKeyFrame() {
        return leader;
    }

    @Override
    public @Nullable Link forUrgent(int avoided) {
        return leader;
    }

    /// Whether any receiver has taken the encoder's call.
    boolean isHeard() {
        return leader != null;
    }

    /// A link that is new, was switched on or has another address.
    void begin(Link link, long now) {
        callees[link.slot] = new Callee(now);
    }

    /// What the encoder says beside its data.
    void control(ByteBuffer packet, long now) {
        if (SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
            handshake(packet, now);
            return;
        }
        if (!SrtPacket.isControl(packet, SrtPacket.ACKACK)) {
            spread(packet, now);
        }
        toLeader(packet);
    }

    /// Takes data to all receivers but the leader's, and addresses it to that one.
    void data(ByteBuffer packet, long now) {
        streaming = true;
        if (!SrtPacket.isRetransmitted(packet)) {
            nextSequence = Sequence.next(SrtPacket.sequence(packet));
            newestMicros = packet.getInt(packet.position() + TIME_AT);
        }
        spread(packet, now);
        address(packet);
    }

    /// Looks at what a receiver says.
    ///
    /// @return whether the encoder is to hear it
    boolean isForEncoder(Link link, ByteBuffer packet, long now) {
        var callee = callees[link.slot];
        callee.heard(now);
        if (SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)) {
            return answered(link, packet, now);
        }
        if (!callee.isConnected()) {
            return false;
        }
        if (SrtPacket.isControl(packet, SrtPacket.SHUTDOWN)) {
            callee.reset(now);
            return false;
        }
        if (link != leader && SrtPacket.isControl(packet, SrtPacket.ACK)) {
            acknowledge(link, packet);
        }
        return link == leader || SrtPacket.isControl(packet, SrtPacket.NAK);
    }

    /// Calls again who does not answer, and sees who leads.
    ///
    /// @return whether nobody hears the encoder any more
    boolean advance(long now) {
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var callee = callees[link.slot];
            if (callee.isSilent(now)) {
                callee.reset(now);
            }
            if (link.isOn() && callee.wantsCall(now)) {
                call(link, now);
            }
            link.registered = callee.isConnected();
        }
        var present = leader;
        if (present == null || leads(present)) {
            return false;
        }
        leader = best();
        return leader == null;
    }

    private boolean leads(Link link) {
        return links.contains(link)
                && link.isOn()
                && callees[link.slot].isConnected()
                && (!link.proof.isSuspect() || best() == link);
    }

    private @Nullable Link best() {
        Link best = null;
        for (var link : links) {
            var takesPart = link.isOn() && callees[link.slot].isConnected();
            if (takesPart && (best == null || rank(link) > rank(best))) {
                best = link;
            }
        }
        return best;
    }

    private static int rank(Link link) {
        return (link.proof.isSuspect() ? 0 : 4)
                + (link.isPreferred() ? 2 : link.isBackup() ? 0 : 1);
    }

    private void handshake(ByteBuffer packet, long now) {
        if (packet.remaining() < LEAST || packet.remaining() > LARGEST) {
            return;
        }
        if (typeOf(packet) == INDUCTION) {
            keep(packet, induction);
            conclusion.limit(0);
            leader = null;
            streaming = false;
            for (var link : links) {
                callees[link.slot].reset(now);
                call(link, now);
            }
            return;
        }
        keep(packet, conclusion);
        for (var link : links) {
            if (callees[link.slot].isGreeted()) {
                call(link, now);
            }
        }
    }

    /// The next thing that a receiver has to be told before it takes the stream.
    private void call(Link link, long now) {
        var callee = callees[link.slot];
        var concludes = callee.isGreeted() && conclusion.limit() > 0;
        var words = concludes ? conclusion : induction;
        if (words.limit() > 0 && link.isOn()) {
            words.putInt(COOKIE_AT, concludes ? callee.cookie() : 0);
            if (streaming) {
                words.putInt(TIME_AT, newestMicros).putInt(SEQUENCE_AT, nextSequence);
            }
            callee.called(now);
            mail.send(link, words.duplicate());
        }
    }

    private boolean answered(Link link, ByteBuffer packet, long now) {
        var callee = callees[link.slot];
        return switch (typeOf(packet)) {
            case INDUCTION -> {
                callee.greeted(packet.getInt(packet.position() + COOKIE_AT), now);
                var early = conclusion.limit() == 0;
                if (!early) {
                    call(link, now);
                }
                yield early;
            }
            case CONCLUSION -> {
                callee.connected(packet.getInt(packet.position() + SOCKET_AT), now);
                if (leader == null) {
                    leader = link;
                }
                yield link == leader && !streaming;
            }
            default -> leader == null && links.size() == 1;
        };
    }

    /// As the encoder would; it knows nothing of this receiver.
    private void acknowledge(Link link, ByteBuffer ack) {
        if (SrtPacket.ackNumber(ack) != 0) {
            SrtPacket.putControl(
                            answer.clear(),
                            SrtPacket.ACKACK,
                            SrtPacket.ackNumber(ack),
                            newestMicros,
                            callees[link.slot].socket())
                    .putInt(0);
            mail.send(link, answer.flip());
        }
    }

    private void spread(ByteBuffer packet, long now) {
        var start = packet.position();
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            if (link != leader && callees[link.slot].isConnected()) {
                SrtPacket.setDestination(packet, callees[link.slot].socket());
                if (mail.send(link, packet)) {
                    link.proof.sent(now);
                }
                packet.position(start);
            }
        }
    }

    private void toLeader(ByteBuffer packet) {
        var to = leader;
        if (to != null) {
            address(packet);
            mail.send(to, packet);
        }
    }

    private void address(ByteBuffer packet) {
        var to = leader;
        if (to != null) {
            SrtPacket.setDestination(packet, callees[to.slot].socket());
        }
    }

    private static int typeOf(ByteBuffer handshake) {
        return handshake.remaining() >= LEAST
                ? handshake.getInt(handshake.position() + TYPE_AT)
                : 0;
    }

    private static void keep(ByteBuffer packet, ByteBuffer into) {
        into.clear().put(packet.duplicate()).flip();
    }
}
