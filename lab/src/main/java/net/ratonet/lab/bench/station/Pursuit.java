package net.ratonet.lab.bench.station;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import net.ratonet.lab.bench.Aim;
import net.ratonet.lab.bench.Report;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.LinkConditions.Hole;
import net.ratonet.lab.process.Checkout;

/// How one algorithm follows what two links carry: steadily, when it drops, and when a link dies.
final class Pursuit {

    private static final double LINK_MBPS = 1.5;
    private static final int DELAY_MS = 30;
    private static final int CEILING_KBPS = 6_000;
    private static final LinkConditions WHOLE = LinkConditions.of(LINK_MBPS, DELAY_MS);
    private static final LinkConditions HALF = LinkConditions.of(LINK_MBPS / 2, DELAY_MS);

    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration RECOVERY = Duration.ofSeconds(20);
    private static final Duration LONGEST_FALL = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final Aim UTILISATION = Aim.atLeast(85, "% of capacity", 0);
    private static final Aim WHOLE_STREAM = Aim.atMost(0, "packets missing", 0);
    private static final Aim FALL = Aim.atMost(1_000, "ms", 0);
    private static final Aim NOTICE = Aim.atMost(4 * DELAY_MS + 250, "ms", 0);

    private final String algorithm;
    private final Duration length;
    private final Report report;

    Pursuit(String algorithm, Duration length, Report report) {
        this.algorithm = algorithm;
        this.length = length;
        this.report = report;
    }

    void run(Checkout checkout, Path folder) throws IOException {
        try (var world = StationWorld.live(checkout, folder, WHOLE, algorithm, CEILING_KBPS)) {
            StationBench.pause(WARM_UP);
            steady(world);
            drop(world);
            world.changeAll(WHOLE);
            StationBench.pause(RECOVERY);
            unplug(world);
        }
    }

    private void steady(StationWorld world) throws IOException {
        var missing = world.missing();
        var bits = world.uplinks().freshBits();
        var start = System.nanoTime();
        StationBench.pause(length);
        var seconds = (System.nanoTime() - start) / 1e9;
        var used = (world.uplinks().freshBits() - bits) / seconds;
        var capacity = StationWorld.LINKS * LINK_MBPS * 1e6;
        report.row(
                "%s: used of 2 x %.1f Mbit/s".formatted(algorithm, LINK_MBPS),
                100 * used / capacity,
                UTILISATION);
        report.row("  not in time meanwhile", world.missing() - missing, WHOLE_STREAM);
    }

    /// From the moment when the links carry half as much.
    private void drop(StationWorld world) throws IOException {
        var before = world.allowedKbps();
        var missing = world.missing();
        world.changeAll(HALF);
        var start = System.nanoTime();
        var falls = millisUntil(world, start, .9 * before);
        var fits = millisUntil(world, start, StationWorld.LINKS * LINK_MBPS * 1_000 / 2);
        report.row("  capacity halves: bitrate falls by a tenth after", falls, FALL);
        report.row("  it fits after", "%.0f ms".formatted(fits), "");
        StationBench.pause(RECOVERY);
        report.row("  not in time meanwhile", world.missing() - missing, WHOLE_STREAM);
    }

    private void unplug(StationWorld world) throws IOException {
        var missing = world.missing();
        world.change(0, WHOLE.hole(Hole.BOTH_WAYS));
        var cut = System.nanoTime();
        StationBench.pause(Duration.ofSeconds(8));
        report.row("  a link dies: left after", world.uplinks().carriedForMillis(0, cut), NOTICE);
        world.change(0, WHOLE);
        var healed = System.nanoTime();
        StationBench.pause(RECOVERY);
        report.row(
                "  it is back: carries after",
                "%d ms".formatted(world.uplinks().carriesAfterMillis(0, healed)),
                "");
        report.row("  not in time meanwhile", world.missing() - missing, WHOLE_STREAM);
    }

    /// Until the stream is allowed no more than this, counted from a moment.
    private static double millisUntil(StationWorld world, long fromNanos, double kbps)
            throws IOException {
        var end = System.nanoTime() + LONGEST_FALL.toNanos();
        while (world.allowedKbps() > kbps && System.nanoTime() < end) {
            StationBench.pause(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - fromNanos) / 1e6;
    }
}
