package net.ratonet.station.bonding;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.srtla.Keepalive;
import net.ratonet.shared.srtla.SrtlaCodec;
import net.ratonet.shared.srtla.SrtlaType;
import net.ratonet.station.bonding.rate.RateReadings;

/// The bond between an encoder that speaks SRT and a receiver, over any number of links that come
/// and go. It never ends by itself: with no link left it goes on knocking. Nothing is allocated per
/// packet. Single-threaded; its owner brings datagrams and time.
public final class Bond {

    /// Most slots for links, which are numbered from 0.
    public static final int MOST_LINKS = 16;

    private static final int INDUCTION = 1;
    private static final int HANDSHAKE_TYPE_AT = 36;

    private final BondMode mode;
    private final BondOutput output;
    private final LinkTable links = new LinkTable();
    private final FlightLog flight = new FlightLog();
    private final CopyFilter copies = new CopyFilter();
    private final Feedback feedback = new Feedback(links, flight);
    private final PlainRoute plain = new PlainRoute(links.all());
    private final LinkMail mail;
    private final EachLink each;
    private final Registration registration;
    private final Carriage carriage;
    private long advancedNanos;
    private int encoderSocket;
    private int groupOfSession;

    /// @param random a secure one: the group's id is all that keeps strangers out
    public Bond(BondMode mode, RandomGenerator random, BondOutput output, long nowNanos) {
        this.mode = mode;
        this.output = output;
        this.advancedNanos = nowNanos;
        mail = new LinkMail(output);
        each = new EachLink(links.all(), mail);
        registration = new Registration(random, mail, links.all());
        var route =
                switch (mode) {
                    case BONDED -> new Scheduler(links.all(), flight);
                    case PLAIN -> plain;
                    case EACH -> each;
                };
        carriage = new Carriage(route, links, flight, feedback, mail);
    }

    public void addLink(int slot, LinkId id, LinkTerms terms, long nowNanos) {
        var link = new Link(slot, id, terms, nowNanos);
        links.add(link);
        begin(link, nowNanos);
    }

    public void removeLink(int slot) {
        links.at(slot)
                .ifPresent(link -> {
                    flight.forget(slot);
                    links.remove(link);
                });
    }

    /// The link has another local address: the receiver has to learn it at once.
    public void rebound(int slot, long nowNanos) {
        links.at(slot).filter(Link::isOn).ifPresent(link -> begin(link, nowNanos));
    }

    /// Does as a person wants.
    ///
    /// @return false, with nothing changed, when that would switch off the last link that works
    public boolean setTerms(int slot, LinkTerms terms, long nowNanos) {
        var link = links.at(slot).orElseThrow();
        var wasOn = link.isOn();
        if (wasOn && !terms.on() && !links.canSpare(link)) {
            return false;
        }
        link.terms(terms);
        if (terms.on() && !wasOn) {
            begin(link, nowNanos);
        } else if (wasOn && !terms.on()) {
            end(link);
        }
        return true;
    }

    /// The data budget is used up, or there is some again.
    public void demote(int slot, boolean demoted) {
        links.at(slot).ifPresent(link -> link.demoted(demoted));
    }

    /// A datagram from the encoder; its bytes may be consumed.
    public void fromEncoder(ByteBuffer packet, long nowNanos) {
        if (!SrtPacket.isSrt(packet)) {
            return;
        }
        if (SrtPacket.isData(packet)) {
            if (mode == BondMode.EACH) {
                each.data(packet, nowNanos);
            }
            carriage.data(packet, nowNanos);
            return;
        }
        if (isInduction(packet)) {
            flight.clear();
            copies.reset();
            carriage.restart();
            encoderSocket = 0;
        }
        switch (mode) {
            case BONDED, PLAIN -> carriage.control(packet, nowNanos);
            case EACH -> each.control(packet, nowNanos);
        }
    }

    /// A datagram that came back on a link; its bytes may be consumed.
    public void fromLink(int slot, ByteBuffer packet, long nowNanos) {
        var link = links.find(slot);
        if (link == null) {
            return;
        }
        link.traffic.received(packet.remaining());
        if (mode != BondMode.BONDED) {
            link.answered = true;
            link.proof.proven(nowNanos);
            if (mode == BondMode.PLAIN || each.isForEncoder(link, packet, nowNanos)) {
                fromReceiver(packet);
            }
            return;
        }
        switch (SrtlaType.of(packet)) {
            case KEEPALIVE -> echo(link, packet, nowNanos);
            case ACK -> feedback.onLinkAck(link, packet, nowNanos);
            case REG2 ->
                    SrtlaCodec.groupId(packet)
                            .ifPresent(made -> registration.groupMade(made, nowNanos));
            case REG3 -> joined(link, nowNanos);
            case REG_ERR -> registration.failed(link, nowNanos);
            case REG_NGP -> registration.noGroup(link, nowNanos);
            case REG_NAK -> registration.refused(link, nowNanos);
            case NOT_SRTLA -> fromReceiver(packet);
            case REG1, UNKNOWN -> {}
        }
    }

    /// Looks at the clock; wants to be called every 10 ms or so.
    public void advance(long nowNanos) {
        var span = nowNanos - advancedNanos;
        if (span <= 0) {
            return;
        }
        advancedNanos = nowNanos;
        carriage.advance(span);
        feedback.advance(span);
        var all = links.all();
        for (var i = 0; i < all.size(); i++) {
            var link = all.get(i);
            link.advance(span);
            if (link.isOn()) {
                judge(link, nowNanos);
            }
        }
        var alone =
                switch (mode) {
                    case BONDED -> false;
                    case PLAIN -> plain.advance(nowNanos);
                    case EACH -> each.advance(nowNanos);
                };
        if (alone) {
            endSession();
        }
    }

    private void judge(Link link, long now) {
        switch (link.proof.judge(now, link.rtt.nanos())) {
            case PUT_ON_PROBATION -> {
                link.window.restart();
                link.traffic.forgetPeak();
            }
            case RELEASED -> link.window.readmit();
            case NONE -> {}
        }
        if (mode != BondMode.BONDED) {
            return;
        }
        if (link.registered && link.proof.isSilent(now)) {
            end(link);
            link.lost = true;
        }
        registration.advance(link, now);
        if (link.registered && link.proof.wantsToAsk(now)) {
            mail.keepalive(link, flight.inFlight(link.slot), now);
        }
    }

    private void begin(Link link, long now) {
        link.pings.forget();
        switch (mode) {
            case BONDED -> {
                if (link.isOn()) {
                    registration.knock(link, now);
                }
            }
            case PLAIN -> link.registered = true;
            case EACH -> each.begin(link, now);
        }
    }

    private void end(Link link) {
        link.registered = mode == BondMode.PLAIN;
        link.window.restart();
        link.pings.forget();
        flight.forget(link.slot);
    }

    private void joined(Link link, long now) {
        if (registration.joined(link, now) && registration.groups() != groupOfSession) {
            var hadSession = groupOfSession != 0;
            groupOfSession = registration.groups();
            if (hadSession) {
                endSession();
            }
        }
    }

    /// What the receiver knew of the encoder's connection is gone.
    private void endSession() {
        if (encoderSocket != 0) {
            mail.shutdown(encoderSocket);
            encoderSocket = 0;
        }
    }

    private void echo(Link link, ByteBuffer packet, long now) {
        var stamp =
                switch (SrtlaCodec.keepalive(packet)) {
                    case Keepalive.Bare() -> 0;
                    case Keepalive.Timed(var millis) -> millis;
                    case Keepalive.Reporting(var millis, _) -> millis;
                };
        var rtt = link.pings.echoed(stamp, now);
        if (rtt > 0) {
            link.rtt.sample(rtt, now);
            link.proof.proven(now);
        }
    }

    private void fromReceiver(ByteBuffer packet) {
        if (!SrtPacket.isSrt(packet)) {
            return;
        }
        if (SrtPacket.destination(packet) != 0) {
            encoderSocket = SrtPacket.destination(packet);
        }
        if (SrtPacket.isControl(packet, SrtPacket.ACK)) {
            if (!copies.isNewAck(packet)) {
                return;
            }
            feedback.onAck(packet);
        } else if (SrtPacket.isControl(packet, SrtPacket.NAK)) {
            if (!copies.isNewNak(packet)) {
                return;
            }
            feedback.onNak(packet);
        }
        output.toEncoder(packet);
    }

    private static boolean isInduction(ByteBuffer packet) {
        return SrtPacket.isControl(packet, SrtPacket.HANDSHAKE)
                && packet.remaining() >= HANDSHAKE_TYPE_AT + Integer.BYTES
                && packet.getInt(packet.position() + HANDSHAKE_TYPE_AT) == INDUCTION;
    }

    public BondSnapshot snapshot() {
        var joined =
                switch (mode) {
                    case BONDED -> registration.isJoined();
                    case PLAIN -> true;
                    case EACH -> each.isHeard();
                };
        return BondSurvey.of(mode, joined, links.all(), flight, feedback, carriage);
    }

    /// What a bitrate controller looks at, many times a second.
    public RateReadings readings() {
        return BondSurvey.readings(links.all(), flight, feedback, carriage);
    }
}
