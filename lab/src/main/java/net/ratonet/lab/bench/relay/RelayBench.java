package net.ratonet.lab.bench.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import net.ratonet.lab.bench.Report;
import net.ratonet.lab.bench.srt.SrtSink;
import net.ratonet.lab.process.Broadcast;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.Folders;
import net.ratonet.lab.process.ProcessCost;

/// Measures the relay's media side: one stream all the way through, and its SRTLA receiver alone
/// with more than any relay will see, on a core of its own.
public final class RelayBench {

    private static final int RECEIVER_CORE = 0;
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    /// The JVM compiles for a while, and the slate is being prepared.
    private static final Duration SETTLING = Duration.ofSeconds(45);

    private static final Pattern FORWARDING = Pattern.compile("Forwarding SRTLA of port (\\d+)");

    private final Checkout checkout;
    private final Duration length;
    private final Report report = new Report();

    public RelayBench(Checkout checkout, Duration length) {
        this.checkout = checkout;
        this.length = length;
    }

    public String run() throws IOException {
        try (var folders = Folders.temporary("ratonet-relay-bench")) {
            passThrough(folders);
            receiver(folders.below("receiver"), 1, 2, 6, "<= 3 % of a core");
            receiver(folders.below("receiver"), 1, 2, 100, "<= 10 % of a core");
            receiver(folders.below("receiver"), 100, 2, 6, "< 38 % of a core, 0 lost");
            receiver(folders.below("receiver"), 190, 2, 3, "< 43 % of a core, 0 lost");
        }
        return report.toString();
    }

    private void passThrough(Folders folders) throws IOException {
        var broadcast = Broadcast.of(folders.root(), 6);
        try (var line = PassThrough.start(checkout, folders.below("through"), broadcast)) {
            pause(SETTLING);
            var before = line.costs();
            pause(length);
            var after = line.costs();
            var ffmpeg = after.childrenCpuPercentSince(before);
            report.row("6 Mbit/s: SRTLA over 2 links in, RTMP out", line.carried(), "");
            report.row("  CPU of the relay", percent(before.relay(), after.relay()), "");
            report.row("  CPU of its FFmpeg", "%.1f %% of a core".formatted(ffmpeg), "");
            report.row(
                    "  CPU, all",
                    "%.1f %% of a core"
                            .formatted(after.relay().cpuPercentSince(before.relay()) + ffmpeg),
                    "<= 3 % of a core");
            report.row("  RSS of the relay", megabytes(after.relay()), "");
            report.row(
                    "  RSS of its FFmpeg",
                    "%d MB".formatted(after.childrenResidentKilobytes() / 1_024),
                    "");
        }
    }

    private void receiver(Path folder, int groups, int links, double mbpsEach, String aim)
            throws IOException {
        try (var sink = new SrtSink();
                var child = startReceiver(folder, sink);
                var swarm = new SrtlaSwarm(address(child), sink)) {
            swarm.addGroups(groups, links);
            swarm.run(mbpsEach, WARM_UP);
            swarm.settle();
            var sentBefore = swarm.sent();
            var receivedBefore = sink.received();
            var before = ProcessCost.of(child.process().toHandle());
            swarm.run(mbpsEach, length);
            var after = ProcessCost.of(child.process().toHandle());
            swarm.settle();
            var sent = swarm.sent() - sentBefore;
            var lost = sent - (sink.received() - receivedBefore);
            report.row(
                    "SRTLA receiver, %d x %d links x %.0f Mbit/s"
                            .formatted(groups, links, mbpsEach),
                    "%.1f %% of a core, %d of %d packets lost"
                            .formatted(after.cpuPercentSince(before), lost, sent),
                    aim);
        }
    }

    private Child startReceiver(Path folder, SrtSink sink) throws IOException {
        var program =
                checkout.program(
                        "receiver",
                        "relay-server",
                        List.of("srtla", "--port", "0", "--to", "127.0.0.1:" + sink.port()));
        return Child.start(program.pinnedTo(RECEIVER_CORE), folder, _ -> {});
    }

    private static InetSocketAddress address(Child receiver) throws IOException {
        var port = receiver.expect(FORWARDING, Duration.ofSeconds(20));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    private static String percent(ProcessCost before, ProcessCost after) {
        return "%.1f %% of a core".formatted(after.cpuPercentSince(before));
    }

    private static String megabytes(ProcessCost cost) {
        return cost.residentKilobytes().isPresent()
                ? "%d MB".formatted(cost.residentKilobytes().getAsLong() / 1_024)
                : "unknown here";
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
