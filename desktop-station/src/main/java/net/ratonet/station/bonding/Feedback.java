package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.util.List;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.SrtlaCodec;

/// Learns from what the receiver reports: which link delivered and which one lost. Owned by the
/// bond's thread.
final class Feedback {

    /// A range may claim thousands of packets.
    private static final int MOST_LOSSES = 1_000;

    /// A receiver that has confirmed none of so many packets by SRTLA never will.
    private static final int PATIENCE_PACKETS = 200;

    /// What libsrt says before it has measured.
    private static final int UNMEASURED_RTT_MICROS = 100_000;

    private final LinkTable links;
    private final FlightLog flight;
    private final RateMeter acknowledged = new RateMeter();
    private final RateMeter naks = new RateMeter();
    private final LossList.RangeVisitor loss = this::lost;
    private final FlightLog.CarrierVisitor arrival = this::arrived;
    private double packetBytes = 1_332;
    private double rttMillis;
    private long packets;
    private long losses;
    private boolean confirmsLinks;

    Feedback(LinkTable links, FlightLog flight) {
        this.links = links;
        this.flight = flight;
    }

    void sent(int bytes) {
        packets++;
        packetBytes += (bytes - packetBytes) / 64;
    }

    /// SRTLA's own confirmation comes down the link that delivered: the proof that it does.
    void onLinkAck(Link link, ByteBuffer ack, long now) {
        confirmsLinks = true;
        var count = SrtlaCodec.ackCount(ack);
        for (var i = 0; i < count; i++) {
            var number = SrtlaCodec.ackSequence(ack, i) & Sequence.LAST;
            if (i == count - 1) {
                prove(link, number, now);
            }
            var slot = flight.delivered(number, link.slot);
            if (slot >= 0) {
                credit(slot);
                grow(slot);
            }
        }
    }

    /// Only the packet that completed the list tells the round trip: the others waited for it.
    private void prove(Link link, int number, long now) {
        var sentNanos = flight.sentOnceNanos(number);
        if (flight.lastCarrier(number) < 0) {
            return;
        }
        link.proof.proven(now);
        if (sentNanos != 0) {
            link.rtt.sample(now - sentNanos, now);
        }
    }

    void onAck(ByteBuffer ack) {
        var rttMicros = SrtPacket.ackRttMicros(ack);
        if (rttMicros > 0 && rttMicros != UNMEASURED_RTT_MICROS) {
            rttMillis = rttMicros / 1e3;
        }
        var count = flight.acknowledge(SrtPacket.lastAcknowledged(ack), arrival);
        acknowledged.add(Math.round(count * packetBytes));
    }

    void onNak(ByteBuffer nak) {
        LossList.walk(nak, MOST_LOSSES, loss);
    }

    void advance(long spanNanos) {
        acknowledged.advance(spanNanos);
        naks.advance(spanNanos);
    }

    private void lost(int first, int last) {
        var end = Sequence.next(last);
        for (var number = first; number != end; number = Sequence.next(number)) {
            var slot = flight.lost(number);
            losses++;
            naks.add(1);
            var link = slot < 0 ? null : links.find(slot);
            if (link != null) {
                link.window.lost();
                link.traffic.lost();
            }
        }
    }

    /// SRT's confirmation is often quicker than SRTLA's list of ten. Windows grow by the latter as
    /// everywhere, but some receivers never send it.
    private void arrived(int slot) {
        credit(slot);
        if (!confirmsLinks && packets > PATIENCE_PACKETS) {
            grow(slot);
        }
    }

    private void credit(int slot) {
        var link = links.find(slot);
        if (link != null) {
            link.traffic.delivered(packetBytes);
        }
    }

    private void grow(int slot) {
        List<Link> all = links.all();
        for (var i = 0; i < all.size(); i++) {
            var link = all.get(i);
            if (link.slot == slot) {
                link.window.delivered();
            }
            if (link.isUsable()) {
                link.window.creep();
            }
        }
    }

    double packetBytes() {
        return packetBytes;
    }

    /// As the receiver measures it: down its quickest link and up the one that answered.
    double rttMillis() {
        return rttMillis;
    }

    long acknowledgedBitsPerSecond() {
        return acknowledged.bitsPerSecond();
    }

    double naksPerSecond() {
        return naks.bytesPerSecond();
    }

    long losses() {
        return losses;
    }
}
