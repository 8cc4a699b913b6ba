package net.ratonet.lab.bench.bonding;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// One scenario from the moment when the stream runs, and what was counted meanwhile.
final class BondingRun {

    private static final int TS_PACKET_BITS = 188 * 8;

    private final Scenario scenario;
    private final BondingWorld world;
    private final long startNanos = System.nanoTime();
    private final long sentBefore;
    private final long retransmittedBefore;
    private final long playedBefore;
    private final long lostBefore;
    private long cutNanos;
    private long healedNanos;
    private double seconds;

    BondingRun(Scenario scenario, BondingWorld world) {
        this.scenario = scenario;
        this.world = world;
        this.sentBefore = world.tally().data();
        this.retransmittedBefore = world.tally().retransmitted();
        this.playedBefore = world.played().packets();
        this.lostBefore = world.played().lost();
    }

    void through(Duration length) throws IOException {
        for (var step : scenario.steps()) {
            pauseUntil(step.at());
            world.apply(step.change());
            note(step.change());
        }
        pauseUntil(length);
        seconds = (System.nanoTime() - startNanos) / 1e9;
    }

    List<String> result() {
        var tally = world.tally();
        var shares = tally.shares().stream().map(share -> share + " %").toList();
        return List.of(
                "%s: %s".formatted(scenario.name(), scenario.about()),
                Long.toString(tally.data() - sentBefore),
                Long.toString(world.played().lost() - lostBefore),
                Long.toString(tally.retransmitted() - retransmittedBefore),
                scenario.aim().isPresent() ? "<= " + scenario.aim().getAsInt() : "",
                String.join(" / ", shares),
                "%.1f of %.1f Mbit/s".formatted(goodputMbps(), scenario.mbps()),
                noticed(),
                recovered());
    }

    private double goodputMbps() {
        return (world.played().packets() - playedBefore) * TS_PACKET_BITS / seconds / 1e6;
    }

    private String noticed() {
        return scenario.troubled().isEmpty() || world.tally().data() == 0
                ? ""
                : world.tally()
                                .noticedAfterMillis(
                                        scenario.troubled().getAsInt(), cutNanos, healedNanos)
                        + " ms";
    }

    private String recovered() {
        return scenario.troubled().isEmpty() || world.tally().data() == 0
                ? ""
                : world.tally().recoveredAfterMillis(scenario.troubled().getAsInt(), healedNanos)
                        + " ms";
    }

    private void note(Scenario.Change change) {
        if (BondingBench.isCut(change)) {
            cutNanos = System.nanoTime();
        } else {
            healedNanos = System.nanoTime();
        }
    }

    private void pauseUntil(Duration at) {
        var left = at.toNanos() - (System.nanoTime() - startNanos);
        if (left > 0) {
            BondingBench.pause(Duration.ofNanos(left));
        }
    }
}
