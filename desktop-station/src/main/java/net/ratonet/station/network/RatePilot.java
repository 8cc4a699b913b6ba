package net.ratonet.station.network;

import net.ratonet.shared.flow.Latest;
import net.ratonet.station.bonding.Bond;
import net.ratonet.station.bonding.rate.BitrateController;
import net.ratonet.station.bonding.rate.RateVerdict;

/// Asks the bitrate controller in its rhythm, and publishes what is worth telling an encoder: falls
/// at once, anything else a few times a second. Owned by the thread "bonding".
final class RatePilot {

    private static final long STEP_NANOS = 20_000_000;
    private static final long CALM_NANOS = 200_000_000;

    private final BitrateController controller;
    private final Latest<RateVerdict> verdicts;
    private RateVerdict published;
    private long steppedNanos;
    private long publishedNanos;

    RatePilot(BitrateController controller, Latest<RateVerdict> verdicts, long nowNanos) {
        this.controller = controller;
        this.verdicts = verdicts;
        this.published = verdicts.get();
        this.steppedNanos = nowNanos;
        this.publishedNanos = nowNanos;
    }

    void advance(Bond bond, long now) {
        if (now - steppedNanos < STEP_NANOS) {
            return;
        }
        steppedNanos = now;
        var verdict = controller.on(bond.readings(), now);
        var falls = verdict.target().compareTo(published.target()) < 0;
        if (!verdict.equals(published) && (falls || now - publishedNanos >= CALM_NANOS)) {
            published = verdict;
            publishedNanos = now;
            verdicts.publish(verdict);
        }
    }

    void kick(long now) {
        controller.kick(now);
    }
}
