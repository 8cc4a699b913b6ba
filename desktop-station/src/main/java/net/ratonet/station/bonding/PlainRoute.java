package net.ratonet.station.bonding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plain SRT: everything takes one link, and moves to the next when nothing comes back any more. A
/// receiver knows its peer by its address, so a move ends the encoder's connection. Owned by the
/// bond's thread.
final class PlainRoute implements Route {

    /// Long enough for a handover between cells, as moving costs a reconnect.
    private static final long LONGEST_SILENCE_NANOS = 2_000_000_000;

    private final List<Link> links;
    private @Nullable Link active;

    PlainRoute(List<Link> links) {
        this.links = links;
    }

    @Override
    public @Nullable Link forData() {
        return active;
    }

    @Override
    public @Nullable Link forKeyFrame() {
        return active;
    }

    @Override
    public @Nullable Link forUrgent(int avoided) {
        return active;
    }

    /// Looks whether the link still answers.
    ///
    /// @return true when it moved away from a link that was in use
    boolean advance(long now) {
        var present = active;
        var serves = present != null && links.contains(present) && present.isOn();
        if (serves && !isDead(present, now)) {
            return false;
        }
        var next = best(present);
        if (next == null) {
            active = serves ? present : null;
            return false;
        }
        next.proof.restart(now);
        active = next;
        return present != null;
    }

    private static boolean isDead(@Nullable Link link, long now) {
        return link != null && link.proof.unprovenNanos(now) > LONGEST_SILENCE_NANOS;
    }

    /// The best of the others, those first that have not failed.
    private @Nullable Link best(@Nullable Link present) {
        Link best = null;
        for (var link : links) {
            if (link.isOn() && link != present && (best == null || cost(link) < cost(best))) {
                best = link;
            }
        }
        return best;
    }

    private static double cost(Link link) {
        return link.rtt.nanos()
                + (link.proof.isSuspect() ? 1e12 : 0)
                + (link.isBackup() ? 1e11 : link.isPreferred() ? 0 : 1e10);
    }
}
