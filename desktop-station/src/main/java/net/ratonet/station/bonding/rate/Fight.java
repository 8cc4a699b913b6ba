package net.ratonet.station.bonding.rate;

/// Moblin's own algorithm: a ceiling that moves slowly, and below it a rate that gives way at once
/// to the packets in flight.
public final class Fight implements BitrateController {

    private static final long STEP_NANOS = 200_000_000;
    private static final double FIRST = 1_000_000;
    private static final double LEAST_CEILING = 50_000;
    private static final double BIG_FALL = 500_000;
    private static final double LEAST_STEP_DOWN = 250_000;
    private static final double LONGEST_AVERAGE_MS = 250;
    private static final double LONGEST_RTT_MS = 450;

    private final RateLimits limits;
    private final FightPreset preset;
    private double ceiling = FIRST;
    private double rate = FIRST;
    private RateCause cause = RateCause.GROWING;
    private long steppedNanos;
    private boolean begun;
    private double smooth;
    private double fast;
    private double average;
    private double fastRtt;

    public Fight(RateLimits limits, FightPreset preset) {
        this.limits = limits;
        this.preset = preset;
    }

    @Override
    public RateVerdict on(RateReadings now, long nowNanos) {
        if (!begun || nowNanos - steppedNanos >= STEP_NANOS) {
            begun = true;
            steppedNanos = nowNanos;
            learn(now.packetsInFlight(), Math.max(1, now.rttMs()));
            rise(now);
            yieldToDelay(now.rttMs());
            settle(now);
        }
        return RateVerdict.of(rate, cause, limits);
    }

    @Override
    public void kick(long nowNanos) {
        smooth = 0;
        fast = 0;
        average = 0;
        ceiling = Math.max(ceiling, FIRST);
    }

    private void learn(int packets, double rtt) {
        smooth = packets > smooth ? .97 * smooth + .03 * packets : .9 * smooth + .1 * packets;
        fast = .67 * fast + .33 * packets;
        if (average < 1) {
            average = rtt;
        } else if (average > rtt) {
            average = .6 * average + .4 * rtt;
        } else {
            average = .96 * average + (rtt < LONGEST_RTT_MS ? .04 * rtt : .45);
        }
        average = Math.min(average, LONGEST_RTT_MS);
        fastRtt = fastRtt > rtt ? .7 * fastRtt + .3 * rtt : .9 * fastRtt + .1 * rtt;
    }

    private void rise(RateReadings now) {
        var above = now.packetsInFlight() - smooth;
        if (smooth < preset.packets() && fastRtt <= average + 15 && above < 10) {
            var room = preset.packets() - Math.clamp(above, 0, preset.packets());
            ceiling = Math.min(limits.highest(), ceiling + preset.rise() * room / preset.packets());
            cause = RateCause.GROWING;
        }
    }

    private void yieldToDelay(double rtt) {
        if (smooth > 100) {
            fall(Math.max(ceiling / 10, LEAST_STEP_DOWN), RateCause.IN_FLIGHT);
        }
        if (average > LONGEST_AVERAGE_MS) {
            fall(Math.max(ceiling / 10, LEAST_STEP_DOWN), RateCause.RTT);
        }
        if (rtt > average + preset.spikeMs()) {
            fall(Math.max((1 - preset.keep()) * ceiling, preset.leastFall()), RateCause.RTT);
        }
    }

    private void settle(RateReadings now) {
        double full = preset.packets();
        var above = fast - smooth;
        if (above > full) {
            fall(ceiling * .05, RateCause.IN_FLIGHT);
        }
        var pressure = above <= full / 5 ? 0 : Math.min(above, full);
        if (pressure == full) {
            fall(BIG_FALL, RateCause.IN_FLIGHT);
        }
        var least = Math.max(LEAST_CEILING, limits.lowest());
        ceiling = Math.max(least, BitrateController.limit(ceiling, now.sentBitsPerSecond()));
        rate = limits.clamp(ceiling * (full - pressure) / full);
        if (above > 2 * full) {
            rate = limits.lowest();
        }
    }

    private void fall(double by, RateCause why) {
        ceiling -= by;
        cause = why;
    }
}
