package net.ratonet.station.bonding.rate;

/// RatoNet's algorithm. It grows until packets begin to wait in the links' queues, remembers where
/// that was, and falls to what really arrives. A lost link caps it at once by what the others can
/// carry.
public final class Rato implements BitrateController {

    private static final long MS = 1_000_000;
    private static final double FIRST = 2_000_000;

    private static final double EMPTY_MS = 40;
    private static final double FILLING_MS = 70;
    private static final double FULL_MS = 150;
    private static final double OVERFLOWING_MS = 400;

    private static final long STEP_UP_NANOS = 250 * MS;
    private static final double FIRST_GROWTH = 1.12;
    private static final double GROWTH = 1.04;
    private static final double CAREFUL_GROWTH = 1.01;
    private static final double NEAR_KNEE = .92;
    private static final double PAST_KNEE = 1.08;
    private static final double PACKET_BITS = 1_332 * 8;

    /// Fewer than these say nothing: a key frame, or a stream that has just begun.
    private static final int FEW_PACKETS = 100;

    /// Falls that follow each other are about the same limit.
    private static final long EPISODE_NANOS = 4_000 * MS;

    /// A network seldom stays as bad as it was: the remembered limit grows by so much a second.
    private static final double KNEE_GROWTH = 1.02;

    /// Radio loses 1 or 2 % whatever one does; this much is a queue that overflows.
    private static final double OVERFLOW_LOSS = .10;

    private final RateLimits limits;
    private final StandingQueue queue = new StandingQueue();
    private double rate;
    private double knee = Double.MAX_VALUE;
    private boolean congestedOnce;
    private RateCause cause = RateCause.GROWING;
    private long nextUpNanos;
    private long nextDownNanos;
    private long kneeNanos;
    private int healthyLinks;
    private boolean begun;

    public Rato(RateLimits limits) {
        this.limits = limits;
        this.rate = limits.clamp(FIRST);
    }

    @Override
    public RateVerdict on(RateReadings now, long nowNanos) {
        if (!begun) {
            begun = true;
            nextUpNanos = nowNanos;
            nextDownNanos = nowNanos;
            kneeNanos = nowNanos;
        }
        var standingMs = queue.add(now.queueMs(), nowNanos);
        loseLinks(now, nowNanos);
        if (nowNanos - nextDownNanos >= 0) {
            relieve(now, standingMs, nowNanos);
        }
        var free = standingMs < EMPTY_MS && now.lossShare() <= OVERFLOW_LOSS;
        if (nowNanos - nextUpNanos >= 0 && free && now.healthyLinks() > 0) {
            grow(now, nowNanos);
        }
        rate = limits.clamp(rate);
        return RateVerdict.of(rate, cause, limits);
    }

    @Override
    public void kick(long nowNanos) {
        rate = limits.clamp(1.5 * rate);
        knee = Double.MAX_VALUE;
        congestedOnce = false;
        cause = RateCause.GROWING;
        nextDownNanos = nowNanos + 500 * MS;
    }

    private void loseLinks(RateReadings now, long at) {
        if (now.healthyLinks() < healthyLinks) {
            var rest = .9 * now.capacityBitsPerSecond();
            if (rest < rate) {
                fall(rest, rest / .9, RateCause.LINK_LOST, at);
                nextUpNanos = at + 1_000 * MS;
            }
        }
        if (now.healthyLinks() > healthyLinks) {
            knee = Double.MAX_VALUE;
        }
        healthyLinks = now.healthyLinks();
    }

    private void relieve(RateReadings now, double standingMs, long at) {
        double arrives = now.deliveredBitsPerSecond();
        var backlogMs = backlogMs(now);
        if (backlogMs > limits.latencyMs() / 3.0) {
            fall(Math.min(rate, .8 * arrives), arrives, RateCause.IN_FLIGHT, at);
            nextDownNanos = at + 500 * MS;
        } else if (now.queueMs() > OVERFLOWING_MS) {
            fall(Math.min(rate, .75 * arrives), arrives, RateCause.RTT, at);
            nextDownNanos = at + 500 * MS;
        } else if (standingMs > FULL_MS) {
            fall(Math.min(rate, .9 * arrives), arrives, RateCause.RTT, at);
        } else if (now.lossShare() > OVERFLOW_LOSS) {
            fall(Math.min(rate, .92 * arrives), arrives, RateCause.LOSS, at);
            nextDownNanos = at + 1_000 * MS;
        } else if (standingMs > FILLING_MS) {
            fall(.97 * rate, arrives, RateCause.RTT, at);
        }
    }

    /// How long what is under way would take to arrive at the present pace.
    private static double backlogMs(RateReadings now) {
        var bits = now.packetsInFlight() * PACKET_BITS;
        return now.packetsInFlight() < FEW_PACKETS
                ? 0
                : bits / Math.max(100_000, now.deliveredBitsPerSecond()) * 1_000;
    }

    private void fall(double to, double carried, RateCause why, long at) {
        if (to < rate) {
            var sameEpisode = congestedOnce && at - kneeNanos < EPISODE_NANOS;
            knee = sameEpisode ? Math.max(knee, carried) : carried;
            kneeNanos = sameEpisode ? kneeNanos : at;
            congestedOnce = true;
            rate = to;
            cause = why;
        }
        nextDownNanos = at + 250 * MS;
        nextUpNanos = at + 500 * MS;
    }

    private void grow(RateReadings now, long at) {
        nextUpNanos = at + STEP_UP_NANOS;
        var remembered = knee * Math.pow(KNEE_GROWTH, (at - kneeNanos) / 1e9);
        var nearKnee = rate > NEAR_KNEE * remembered && rate < PAST_KNEE * remembered;
        var factor = !congestedOnce ? FIRST_GROWTH : nearKnee ? CAREFUL_GROWTH : GROWTH;
        var wanted = BitrateController.limit(rate * factor, now.sentBitsPerSecond());
        if (wanted > rate) {
            rate = wanted;
            cause = RateCause.GROWING;
        }
    }
}
