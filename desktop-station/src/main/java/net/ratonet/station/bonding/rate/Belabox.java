package net.ratonet.station.bonding.rate;

/// The algorithm of BELABOX's encoder, in floating point and with the limit that Moblin adds: small
/// steps up, steps down by how full the send buffer and how long the round trip is in comparison
/// with their own history.
public final class Belabox implements BitrateController {

    private static final long STEP_NANOS = 20_000_000;
    private static final long MS = 1_000_000;
    private static final double SLOT = 100_000;

    /// libsrt's value before it has measured anything.
    private static final double UNMEASURED_RTT = 100;

    private final RateLimits limits;
    private double rate;
    private RateCause cause = RateCause.GROWING;
    private long steppedNanos;
    private long nextUpNanos;
    private long nextDownNanos;
    private boolean begun;

    private double buffered;
    private double bufferedJitter;
    private double bufferedBefore;
    private double rtt;
    private double rttBefore = 300;
    private double rttDelta;
    private double rttMin = 200;
    private double rttJitter;
    private double throughput;

    public Belabox(RateLimits limits) {
        this.limits = limits;
        rate = limits.highest();
    }

    @Override
    public RateVerdict on(RateReadings now, long nowNanos) {
        if (!begun) {
            begun = true;
            nextUpNanos = nowNanos;
            nextDownNanos = nowNanos;
            steppedNanos = nowNanos - STEP_NANOS;
        }
        if (nowNanos - steppedNanos >= STEP_NANOS) {
            steppedNanos = nowNanos;
            learn(now);
            decide(now, nowNanos);
            rate = limits.clamp(BitrateController.limit(rate, now.sentBitsPerSecond()));
        }
        return RateVerdict.of(rate, cause, limits);
    }

    @Override
    public void kick(long nowNanos) {
        rttMin = 200;
        rttJitter = 0;
        bufferedJitter = 0;
        nextUpNanos = nowNanos;
        cause = RateCause.GROWING;
    }

    private void learn(RateReadings now) {
        buffered = .99 * buffered + .01 * now.packetsInFlight();
        bufferedJitter = Math.max(.99 * bufferedJitter, now.packetsInFlight() - bufferedBefore);
        bufferedBefore = now.packetsInFlight();
        throughput = .97 * throughput + .03 * (now.sentBitsPerSecond() / 1_024.0);
        if (now.rttMs() < 1) {
            return;
        }
        rtt = rtt == 0 ? now.rttMs() : .99 * rtt + .01 * now.rttMs();
        var delta = now.rttMs() - rttBefore;
        rttBefore = now.rttMs();
        rttDelta = .8 * rttDelta + .2 * delta;
        rttMin *= 1.001;
        if (now.rttMs() != UNMEASURED_RTT && now.rttMs() < rttMin && rttDelta < 1) {
            rttMin = now.rttMs();
        }
        rttJitter = Math.max(.99 * rttJitter, delta);
    }

    private void decide(RateReadings now, long at) {
        var full = 4 * (buffered + bufferedJitter);
        var busy =
                Math.min(
                        Math.max(50, buffered + Math.max(3 * bufferedJitter, buffered)),
                        throughput / 8 * (limits.latencyMs() / 2.0) / 1_316);
        var filling = Math.max(50, buffered + 2.5 * bufferedJitter);
        var high = rtt + Math.max(4 * rttJitter, .15 * rtt);
        var low = rttMin + Math.max(1, 2 * rttJitter);
        var packets = now.packetsInFlight();
        var mayFall = at - nextDownNanos > 0;
        if (rate > limits.lowest() && (now.rttMs() >= limits.latencyMs() / 3.0 || packets > full)) {
            fall(rate, packets > full, at + 200 * MS);
        } else if (mayFall && (now.rttMs() > limits.latencyMs() / 5.0 || packets > busy)) {
            fall(SLOT + rate / 10, packets > busy, at + 250 * MS);
        } else if (mayFall && (now.rttMs() > high || packets > filling)) {
            fall(SLOT, packets > filling, at + 200 * MS);
        } else if (at - nextUpNanos > 0 && now.rttMs() < low && rttDelta < .01) {
            rate += SLOT + rate / 30;
            nextUpNanos = at + 400 * MS;
            cause = RateCause.GROWING;
        }
    }

    private void fall(double by, boolean inFlight, long untilNanos) {
        rate -= by;
        nextDownNanos = untilNanos;
        cause = inFlight ? RateCause.IN_FLIGHT : RateCause.RTT;
    }
}
