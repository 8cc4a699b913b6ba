package net.ratonet.lab.network;

import java.util.OptionalLong;
import net.ratonet.lab.network.LinkConditions.Hole;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.testing.SimulatedLink;

/// Both directions of one modem's network. Owned by the proxy's thread.
final class ShapedLink {

    private static final double BURST = 4;
    private static final Bitrate DOWNLINK = Bitrate.ofKbps(100_000);

    private final SimulatedLink up;
    private final SimulatedLink down;

    ShapedLink(LinkConditions conditions, long seed) {
        up = new SimulatedLink(seed);
        down = new SimulatedLink(seed + 1);
        apply(conditions);
    }

    void apply(LinkConditions now) {
        up.rate(now.rate())
                .queueLimit(now.queue())
                .delay(now.delay())
                .jitter(now.jitter())
                .burstLoss(now.lossShare(), BURST)
                .blackHole(now.hole() != Hole.NONE);
        down.rate(DOWNLINK)
                .delay(now.delay())
                .jitter(now.jitter())
                .blackHole(now.hole() == Hole.BOTH_WAYS);
    }

    SimulatedLink up() {
        return up;
    }

    SimulatedLink down() {
        return down;
    }

    OptionalLong nextEventNanos() {
        var a = up.nextEventNanos();
        var b = down.nextEventNanos();
        if (a.isEmpty()) {
            return b;
        }
        return b.isEmpty() ? a : OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()));
    }
}
