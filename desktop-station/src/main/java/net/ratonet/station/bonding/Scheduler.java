package net.ratonet.station.bonding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the link for a packet: the one with the most room in its window for what is already on
/// its way. Links that are not known to deliver, and those kept in reserve, only serve when there
/// is no other. Every packet is a new choice: sticking to a link for a time breaks the balance, a
/// small advantage for the present one does not. Owned by the bond's thread.
final class Scheduler implements Route {

    private static final double HYSTERESIS = 1.10;
    private static final double PREFERENCE = 4;
    private static final int OPEN_WINDOW = 20_000;
    private static final int HALF_OPEN_WINDOW = 10_000;

    /// A link this much slower than the fastest one gets a packet only when that one is far fuller:
    /// what it carries arrives too late to be of use.
    private static final long LONGEST_LAG_NANOS = 400_000_000;

    private static final double LAGGING = 0.1;

    /// So much waiting in a link's queue halves its claim.
    private static final double HALF_QUEUE_MS = 200;

    private final List<Link> links;
    private final FlightLog flight;
    private @Nullable Link current;

    Scheduler(List<Link> links, FlightLog flight) {
        this.links = links;
        this.flight = flight;
    }

    @Override
    public @Nullable Link forData() {
        var rank = bestRank();
        var fastest = fastestNanos(rank);
        Link best = null;
        var bestScore = -1.0;
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            if (rank(link) == rank) {
                var score = score(link, fastest) * (link == current ? HYSTERESIS : 1);
                if (score > bestScore) {
                    best = link;
                    bestScore = score;
                }
            }
        }
        current = best;
        return best;
    }

    /// A full link would only make the key frame wait: then the usual choice.
    @Override
    public @Nullable Link forKeyFrame() {
        var best = forUrgent(-1);
        return best != null && 1_000L * flight.inFlight(best.slot) < best.window.value()
                ? best
                : forData();
    }

    @Override
    public @Nullable Link forUrgent(int avoided) {
        var rank = bestRank();
        Link best = null;
        var bestCost = Double.MAX_VALUE;
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            if (rank(link) == rank) {
                var cost = cost(link, avoided);
                if (cost < bestCost) {
                    best = link;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    private double cost(Link link, int avoided) {
        var full = flight.inFlight(link.slot) * 1_000L > link.window.value();
        return link.rtt.nanos() * (1 + 10 * link.traffic.lossShare())
                + (full ? 1e10 : 0)
                + (link.slot == avoided ? 1e11 : 0);
    }

    private double score(Link link, long fastestNanos) {
        var window = link.window.value();
        var lag = link.rtt.nanos() - fastestNanos > LONGEST_LAG_NANOS ? LAGGING : 1;
        var queue = 1 / (1 + link.rtt.queueMillis() / HALF_QUEUE_MS);
        return window / (flight.inFlight(link.slot) + 1.0) * preference(link, window) * lag * queue;
    }

    /// A wish counts in full only while the link can live up to it.
    private static double preference(Link link, int window) {
        if (!link.isPreferred() || window <= HALF_OPEN_WINDOW) {
            return 1;
        }
        if (window > OPEN_WINDOW) {
            return PREFERENCE;
        }
        var open = (window - HALF_OPEN_WINDOW) / (double) (OPEN_WINDOW - HALF_OPEN_WINDOW);
        return 1 + (PREFERENCE - 1) * open;
    }

    private long fastestNanos(int rank) {
        var fastest = Long.MAX_VALUE;
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            if (rank(link) == rank) {
                fastest = Math.min(fastest, link.rtt.nanos());
            }
        }
        return fastest;
    }

    private int bestRank() {
        var best = 0;
        for (var i = 0; i < links.size(); i++) {
            best = Math.max(best, rank(links.get(i)));
        }
        return best == 0 ? -1 : best;
    }

    /// 0 when it cannot be used at all.
    private static int rank(Link link) {
        if (!link.isUsable()) {
            return 0;
        }
        return 1
                + (link.proof.isSuspect() ? 0 : link.proof.isOnProbation() ? 2 : 4)
                + (link.isBackup() ? 0 : 1);
    }
}
