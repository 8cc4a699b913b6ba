package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.SrtPacket;
import org.jspecify.annotations.Nullable;

/// Takes what the encoder sends to a link. Owned by the bond's thread.
final class Carriage {

    /// One in so many data packets goes down each doubtful link as well, to see whether it arrives.
    private static final int PROBE_EVERY = 100;

    private final Route route;
    private final LinkTable links;
    private final FlightLog flight;
    private final Feedback feedback;
    private final LinkMail mail;
    private final KeyFrameWatch keyFrames = new KeyFrameWatch();
    private final RateMeter sent = new RateMeter();
    private long unsendable;
    private int sinceProbe;

    Carriage(Route route, LinkTable links, FlightLog flight, Feedback feedback, LinkMail mail) {
        this.route = route;
        this.links = links;
        this.flight = flight;
        this.feedback = feedback;
        this.mail = mail;
    }

    void advance(long spanNanos) {
        sent.advance(spanNanos);
    }

    /// The encoder begins a new connection.
    void restart() {
        keyFrames.reset();
    }

    void control(ByteBuffer packet, long now) {
        var link = route.forUrgent(-1);
        if (link == null) {
            unsendable++;
            return;
        }
        sent.add(packet.remaining());
        if (mail.send(link, packet) && route instanceof PlainRoute) {
            // A handshake is all there is to tell whether anybody answers.
            link.proof.sent(now);
        }
    }

    void data(ByteBuffer packet, long now) {
        var number = SrtPacket.sequence(packet);
        var link = choose(packet, number);
        if (link == null) {
            unsendable++;
            return;
        }
        sent.add(packet.remaining());
        feedback.sent(packet.remaining());
        if (++sinceProbe >= PROBE_EVERY && route instanceof Scheduler) {
            sinceProbe = 0;
            probeDoubtful(link, packet, number, now);
        }
        carry(link, packet, number, now);
    }

    private @Nullable Link choose(ByteBuffer packet, int number) {
        if (SrtPacket.isRetransmitted(packet)) {
            return route.forUrgent(flight.lastCarrier(number));
        }
        return keyFrames.isKeyFrame(packet) ? route.forKeyFrame() : route.forData();
    }

    private void carry(Link link, ByteBuffer packet, int number, long now) {
        if (!mail.send(link, packet)) {
            link.window.lost();
            return;
        }
        link.proof.sent(now);
        link.traffic.sentData();
        flight.sent(number, link.slot, now);
        link.window.sent(flight.inFlight(link.slot), now, link.rtt.nanos());
    }

    private void probeDoubtful(Link chosen, ByteBuffer packet, int number, long now) {
        var all = links.all();
        var start = packet.position();
        for (var i = 0; i < all.size(); i++) {
            var link = all.get(i);
            if (link != chosen && link.isUsable() && !link.proof.isTrusted()) {
                carry(link, packet, number, now);
                packet.position(start);
            }
        }
    }

    long sentBitsPerSecond() {
        return sent.bitsPerSecond();
    }

    long unsendable() {
        return unsendable;
    }
}
