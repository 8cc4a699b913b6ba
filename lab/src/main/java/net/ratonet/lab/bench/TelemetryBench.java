package net.ratonet.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ratonet.lab.bench.Swarm.Kind;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.ProcessCost;
import net.ratonet.lab.process.RelayClient;
import net.ratonet.lab.process.RelayProcess;

/// Measures the relay's live data: a real relay on one core, agents and dashboards on the other.
/// Each row runs against a relay that has just been started, and says what it aims at.
public final class TelemetryBench {

    private static final int SERVER_CORE = 0;
    private static final int AGENTS = 50;
    private static final int MULTITUDE = 10_000;

    /// A JVM has compiled what the start needed, and given the memory for it back.
    private static final Duration CALM = Duration.ofSeconds(12);

    private static final Duration WARM_UP = Duration.ofSeconds(6);

    private final Checkout checkout;
    private final Duration length;
    private final Report report = new Report();

    public TelemetryBench(Checkout checkout, Duration length) {
        this.checkout = checkout;
        this.length = length;
    }

    public String run() throws IOException {
        start();
        nominal();
        flood(Kind.V1);
        flood(Kind.V2);
        crowd(Kind.V1);
        crowd(Kind.V2);
        stalled();
        multitude();
        requests();
        return report.toString();
    }

    private void start() throws IOException {
        report.row("start to ready, both cores, median of 5", startTime(0, 1), "<= 1.5 s");
        report.row("start to ready, one core, median of 5", startTime(SERVER_CORE), "");
        try (var world = new World(SERVER_CORE)) {
            pause(CALM);
            report.row("idle RSS", rss(world), "<= 150 MB");
        }
    }

    private String startTime(int... cores) throws IOException {
        var starts = new ArrayList<Double>();
        for (var round = 0; round < 5; round++) {
            try (var world = new World(cores)) {
                starts.add(world.relay.startTime().toMillis() / 1_000.0);
            }
        }
        starts.sort(null);
        return "%.2f s".formatted(starts.get(2));
    }

    private void nominal() throws IOException {
        try (var world = new World(SERVER_CORE);
                var swarm = world.swarm(1)) {
            addDashboards(swarm, 100, Kind.V1);
            var result = world.measure(swarm);
            report.row("50 agents x 1 Hz, 100 dashboards: p50", millis(result, 50), "<= 3 ms");
            report.row("50 agents x 1 Hz, 100 dashboards: p99", millis(result, 99), "<= 10 ms");
            report.row("  CPU of the relay", world.cpu(), "");
        }
    }

    private void flood(Kind kind) throws IOException {
        try (var world = new World(SERVER_CORE);
                var swarm = world.swarm(80)) {
            addDashboards(swarm, 100, kind);
            var result = world.measure(swarm);
            var name = "4,000 messages/s, 100 dashboards " + kind;
            report.row(name + ": sent", "%.0f/s".formatted(result.sentPerSecond()), ">= 4,000/s");
            report.row(name + ": behind, p99", millis(result, 99), "<= 250 ms");
            report.row("  frames", "%.0f/s".formatted(result.framesPerSecond()), "");
            report.row("  CPU of the relay", world.cpu(), "");
        }
    }

    private void crowd(Kind kind) throws IOException {
        try (var world = new World(SERVER_CORE);
                var swarm = world.swarm(1)) {
            addDashboards(swarm, 1_000, kind);
            var result = world.measure(swarm);
            var name = "50 agents x 1 Hz, 1,000 dashboards " + kind;
            report.row(name + ": p99", millis(result, 99), "<= 100 ms");
            report.row(name + ": CPU", world.cpu(), "<= 60 %");
            report.row(
                    name + ": bytes per update",
                    "%.0f".formatted(result.bytesPerUpdate()),
                    "<= 250 in v2");
            report.row("  RSS under load", rss(world), "");
        }
    }

    private void stalled() throws IOException {
        try (var world = new World(SERVER_CORE);
                var swarm = world.swarm(20)) {
            addDashboards(swarm, 99, Kind.V1);
            swarm.addDashboard(Kind.STALLED);
            var result = world.measure(swarm);
            report.row(
                    "1,000 messages/s, 1 of 100 dashboards stalled: p99 of the others",
                    millis(result, 99),
                    "");
            report.row("  dashboards left", world.metric("dashboard_clients"), "99");
        }
    }

    /// Ten thousand dashboards at once must not keep anybody else from an answer.
    private void multitude() throws IOException {
        try (var world = new World(SERVER_CORE);
                var swarm = world.swarm(1);
                var all = Multitude.open(world.relay.address(), MULTITUDE)) {
            swarm.warmUp(WARM_UP);
            request(world, "GET /api/status beside 10,000 dashboards", "/api/status", "");
            report.row("  dashboards still open", Integer.toString(all.stillOpen()), "10000");
            report.row("  RSS", rss(world), "");
            report.row("  SIGTERM to the end", endTime(world), "<= 5 s");
        }
    }

    private static String endTime(World world) {
        var before = System.nanoTime();
        world.relay.close();
        return "%.1f s".formatted((System.nanoTime() - before) / 1e9);
    }

    private void requests() throws IOException {
        try (var world = new World(SERVER_CORE);
                var swarm = world.swarm(1)) {
            swarm.warmUp(Duration.ofSeconds(2));
            var one = world.streamers.getFirst();
            request(world, "GET /api/streamers, 50 live", "/api/streamers", ">= 5,000/s");
            request(
                    world,
                    "GET /api/overlay/data",
                    "/api/overlay/data/%s?pull_key=%s".formatted(one.streamerId(), one.pullKey()),
                    ">= 20,000/s");
        }
    }

    private void request(World world, String name, String path, String aim) throws IOException {
        var rate = new HttpLoad(world.relay.address(), path).run(WARM_UP, length);
        report.row(name, "%.0f/s".formatted(rate.perSecond()), aim);
        report.row(
                "  p50 / p99", "%.2f / %.2f ms".formatted(rate.p50Millis(), rate.p99Millis()), "");
    }

    private static void addDashboards(Swarm swarm, int count, Kind kind) throws IOException {
        for (var index = 0; index < count; index++) {
            swarm.addDashboard(kind);
        }
    }

    private static String millis(SwarmResult result, double percentile) {
        return "%.1f ms".formatted(result.millisAt(percentile));
    }

    private static String rss(World world) {
        var kilobytes =
                ProcessCost.of(world.relay.child().process().toHandle()).residentKilobytes();
        return kilobytes.isPresent()
                ? "%d MB".formatted(kilobytes.getAsLong() / 1024)
                : "unknown here";
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A fresh relay with registered streamers; gone, with its folder, when closed.
    private final class World implements AutoCloseable {
        private final Path folder = Files.createTempDirectory("ratonet-bench");
        private final RelayProcess relay;
        private final List<Credentials> streamers = new ArrayList<>();
        private double cpuPercent;

        private World(int... cores) throws IOException {
            relay =
                    RelayProcess.start(
                            checkout,
                            folder,
                            program ->
                                    program.with("DASHBOARD_PORT", "0")
                                            .with("DB_AUTO_APPROVE", "true")
                                            .with("RATE_LIMIT_PER_SECOND", "0")
                                            .pinnedTo(cores),
                            _ -> {});
        }

        private Swarm swarm(double perSecond) throws IOException {
            try (var client = new RelayClient(relay.url())) {
                for (var index = 0; index < AGENTS; index++) {
                    var answer =
                            client.register(
                                    "Streamer " + index, "s%d@example.org".formatted(index));
                    streamers.add(
                            new Credentials(
                                    answer.path("id").asString(),
                                    answer.path("api_key").asString(),
                                    answer.path("pull_key").asString()));
                }
            }
            var swarm = new Swarm(relay.address());
            for (var streamer : streamers) {
                swarm.addAgent(streamer, perSecond);
            }
            return swarm;
        }

        private SwarmResult measure(Swarm swarm) throws IOException {
            swarm.warmUp(WARM_UP);
            var before = ProcessCost.of(relay.child().process().toHandle());
            var result = swarm.measure(length);
            cpuPercent = ProcessCost.of(relay.child().process().toHandle()).cpuPercentSince(before);
            return result;
        }

        private String cpu() {
            return "%.0f %% of a core".formatted(cpuPercent);
        }

        private String metric(String name) throws IOException {
            try (var client = new RelayClient(relay.url())) {
                return Report.field(client.get("/api/status"), name);
            }
        }

        @Override
        public void close() throws IOException {
            relay.close();
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(World::delete);
            }
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException mistake) {
                throw new UncheckedIOException(mistake);
            }
        }
    }
}
