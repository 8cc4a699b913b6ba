package net.ratonet.station.bonding;

import net.ratonet.shared.wire.LinkPriority;

/// One road to the receiver and all that is known of it. Owned by the bond's thread.
final class Link {

    /// Unmeasured potential counts for at most as much again as what was really seen.
    private static final double MOST_POTENTIAL = 2;

    /// A queue of so much says that it carries all it can.
    private static final double SATURATED_MS = 60;

    private static final long REMEMBERED_NANOS = 20_000_000_000L;

    /// What an untried link is worth, so that losing it means little.
    private static final double LEAST_CAPACITY_BYTES = 12_500;

    final int slot;
    final LinkId id;
    final RttEstimate rtt = new RttEstimate();
    final LinkWindow window = new LinkWindow();
    final LinkProof proof = new LinkProof();
    final LinkTraffic traffic = new LinkTraffic();
    final Pings pings = new Pings();

    /// The receiver has taken it in.
    boolean registered;

    /// Something has come back from it.
    boolean answered;

    /// It was taken in once and then fell silent.
    boolean lost;

    long registeringNanos;
    long notBeforeNanos;
    long askNotBeforeNanos;
    int refusals;
    private long saturatedNanos;
    private LinkTerms terms;
    private boolean demoted;

    Link(int slot, LinkId id, LinkTerms terms, long nowNanos) {
        this.slot = slot;
        this.id = id;
        this.terms = terms;
        registeringNanos = nowNanos;
        notBeforeNanos = nowNanos;
        askNotBeforeNanos = nowNanos;
        proof.restart(nowNanos);
    }

    LinkTerms terms() {
        return terms;
    }

    void terms(LinkTerms next) {
        terms = next;
    }

    void demoted(boolean next) {
        demoted = next;
    }

    boolean isDemoted() {
        return demoted;
    }

    boolean isOn() {
        return terms.on();
    }

    /// Whether it may carry anything at all.
    boolean isUsable() {
        return registered && terms.on();
    }

    boolean works() {
        return isUsable() && answered;
    }

    /// Whether it is known to deliver.
    boolean isHealthy() {
        return isUsable() && proof.isTrusted();
    }

    /// Whether it is there only for when the others fail.
    boolean isBackup() {
        return demoted || terms.priority() == LinkPriority.BACKUP;
    }

    boolean isPreferred() {
        return !demoted && terms.priority() == LinkPriority.PREFER;
    }

    void advance(long spanNanos) {
        traffic.advance(spanNanos);
        saturatedNanos =
                rtt.queueMillis() > SATURATED_MS
                        ? REMEMBERED_NANOS
                        : Math.max(0, saturatedNanos - spanNanos);
    }

    /// What it could carry, as far as that is known: what it did carry, and some of what its window
    /// would let it if it never was full.
    double capacityBytesPerSecond(double packetBytes) {
        var peak = Math.max(traffic.peakBytesPerSecond(), LEAST_CAPACITY_BYTES);
        if (saturatedNanos > 0) {
            return peak;
        }
        var potential = window.value() / 1_000.0 * packetBytes * 1e9 / rtt.nanos();
        return Math.max(peak, Math.min(potential, MOST_POTENTIAL * peak));
    }

    LinkState state() {
        if (!terms.on()) {
            return LinkState.OFF;
        }
        if (!registered) {
            return lost ? LinkState.FAILED : answered ? LinkState.JOINING : LinkState.PROBING;
        }
        if (proof.isSuspect()) {
            return LinkState.SUSPECT;
        }
        return proof.isOnProbation() ? LinkState.RECOVERING : LinkState.LIVE;
    }
}
