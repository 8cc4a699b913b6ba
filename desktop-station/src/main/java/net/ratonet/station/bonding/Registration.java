package net.ratonet.station.bonding;

import java.util.List;
import java.util.random.RandomGenerator;
import net.ratonet.shared.srtla.GroupId;

/// Makes one group of all links at the receiver: every link knocks with an unknown id, the first
/// one that is answered asks for a group, and then all of them join it. Never gives up. Owned by
/// the bond's thread.
final class Registration {

    private static final long RETRY_NANOS = 1_000_000_000;
    private static final long ANSWER_NANOS = 4_000_000_000L;
    private static final long LONGEST_BACK_OFF_NANOS = 16_000_000_000L;
    private static final long REFUSED_NANOS = 30_000_000_000L;

    private final RandomGenerator random;
    private final LinkMail mail;
    private final List<Link> links;
    private Phase phase = Phase.SEARCHING;
    private GroupId id;
    private int askedSlot;
    private long deadlineNanos;
    private int groups;

    Registration(RandomGenerator random, LinkMail mail, List<Link> links) {
        this.random = random;
        this.mail = mail;
        this.links = links;
        this.id = GroupId.random(random);
    }

    /// Groups that a receiver has made for us so far.
    int groups() {
        return groups;
    }

    /// Knocks at once: a link that is new, was switched on or has another address.
    void knock(Link link, long now) {
        link.registeringNanos = now;
        mail.reg2(link, id);
    }

    void advance(Link link, long now) {
        if (phase == Phase.ASKING && now - deadlineNanos >= 0) {
            phase = Phase.SEARCHING;
        }
        var due = now - link.registeringNanos >= RETRY_NANOS && now - link.notBeforeNanos >= 0;
        if (due && (!link.registered || link.proof.isStalled(now))) {
            if (phase == Phase.ASKING && link.slot == askedSlot) {
                link.registeringNanos = now;
                mail.reg1(link, id);
            } else {
                knock(link, now);
            }
        }
    }

    /// The receiver does not know the group, but it is there.
    void noGroup(Link link, long now) {
        link.answered = true;
        link.registered = false;
        if (phase == Phase.JOINED && !hasHealthyLink() && now - deadlineNanos >= 0) {
            phase = Phase.SEARCHING;
        }
        if (phase == Phase.SEARCHING && now - link.askNotBeforeNanos >= 0) {
            ask(link, now);
        }
    }

    /// The receiver has completed our id.
    void groupMade(GroupId made, long now) {
        if (phase != Phase.ASKING || !made.completes(id)) {
            return;
        }
        id = made;
        phase = Phase.JOINED;
        deadlineNanos = now + ANSWER_NANOS;
        groups++;
        for (var link : links) {
            link.registered = false;
            if (link.isOn()) {
                knock(link, now);
            }
        }
    }

    /// The receiver has taken the link in.
    ///
    /// @return false when nobody asked for it
    boolean joined(Link link, long now) {
        if (phase != Phase.JOINED || !link.isOn()) {
            return false;
        }
        link.answered = true;
        link.refusals = 0;
        if (!link.registered) {
            link.registered = true;
            link.lost = false;
            link.proof.restart(now);
        }
        return true;
    }

    /// Not now: try again later, and on another link if there is one.
    void failed(Link link, long now) {
        link.answered = true;
        var backOff = RETRY_NANOS << Math.min(link.refusals++, 5);
        retreat(link, now, Math.min(backOff, LONGEST_BACK_OFF_NANOS));
    }

    /// Never: still, a receiver may be set up anew.
    void refused(Link link, long now) {
        link.answered = true;
        retreat(link, now, REFUSED_NANOS);
    }

    boolean isJoined() {
        return phase == Phase.JOINED;
    }

    private void retreat(Link link, long now, long nanos) {
        link.registered = false;
        if (phase == Phase.ASKING && link.slot == askedSlot) {
            phase = Phase.SEARCHING;
            link.askNotBeforeNanos = now + nanos;
        } else {
            link.notBeforeNanos = now + nanos;
        }
    }

    private void ask(Link link, long now) {
        if (groups > 0) {
            id = GroupId.random(random);
        }
        phase = Phase.ASKING;
        askedSlot = link.slot;
        deadlineNanos = now + ANSWER_NANOS;
        link.registeringNanos = now;
        mail.reg1(link, id);
    }

    private boolean hasHealthyLink() {
        for (var link : links) {
            if (link.isHealthy()) {
                return true;
            }
        }
        return false;
    }

    private enum Phase {
        /// No group: every link knocks.
        SEARCHING,
        /// One link has asked for a group.
        ASKING,
        /// There is a group.
        JOINED
    }
}
