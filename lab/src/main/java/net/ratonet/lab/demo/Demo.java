package net.ratonet.lab.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import net.ratonet.lab.network.LabNetwork;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.PacketTap;
import net.ratonet.lab.network.ProxyNetwork;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.Parts;
import net.ratonet.lab.process.RelayClient;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.lab.process.RtmpSink;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Starts a relay, a streamer's station and a stand-in for the platform, brings them together as a
/// user would, and shows how they do until it is closed.
final class Demo implements AutoCloseable {

    private static final int USUAL_PORT = 8000;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /// Three modems in a town: a good one, a fair one and one that hardly helps.
    private static final List<LinkConditions> MODEMS =
            List.of(
                    LinkConditions.of(5, 35).jitter(20),
                    LinkConditions.of(3, 60).jitter(40),
                    LinkConditions.of(1, 90).jitter(60).loss(0.01));

    private final Checkout checkout;
    private final Path folder;
    private final String adminToken = randomToken();
    private final Parts parts = new Parts();

    Demo(Checkout checkout, Path folder) {
        this.checkout = checkout;
        this.folder = folder;
    }

    /// Returns when one of the programs has ended, or the thread is interrupted.
    void run() throws IOException, InterruptedException {
        var relay = parts.keep(startRelay());
        var client = parts.keep(new RelayClient(relay.url()));
        var streamer = client.register("Demo streamer", "demo@example.org");
        client.approve(streamer.path("id").asString(), adminToken);
        var sink = parts.keep(RtmpSink.start(folder, freePort()));
        var apiKey = streamer.path("api_key").asString();
        client.put("/api/me/destinations", apiKey, destination(sink));
        var ingest = client.get("/api/me/ingest", apiKey);
        var modems =
                parts.keep(
                        ProxyNetwork.to(
                                ingest.path("srtla_port").asInt(), MODEMS, PacketTap.NOBODY));
        var station =
                parts.keep(
                        startStation(relay, streamer, ingest.path("stream_id").asString(), modems));
        System.out.println(DemoText.welcome(relay.url(), streamer, adminToken));
        while (relay.child().isAlive() && station.isAlive()) {
            Thread.sleep(PAUSE);
            System.out.println(
                    DemoText.status(
                            liveStreamer(client),
                            client.get("/api/me/media", apiKey),
                            sink.received()));
        }
        System.err.println(
                relay.child().isAlive() ? "The station has ended." : "The relay has ended.");
    }

    @Override
    public void close() {
        parts.close();
    }

    private RelayProcess startRelay() throws IOException {
        return RelayProcess.start(
                checkout,
                folder,
                program ->
                        program.with(
                                        "DASHBOARD_PORT",
                                        Integer.toString(isFree(USUAL_PORT) ? USUAL_PORT : 0))
                                .with("OUTPUT_PRIVATE_HOSTS", "true")
                                .with("ADMIN_TOKEN", adminToken),
                line -> log("relay", line));
    }

    private static String destination(RtmpSink sink) {
        return "[{\"platform\":\"custom\",\"rtmp_url\":\"%s\"}]".formatted(sink.url());
    }

    private Child startStation(
            RelayProcess relay, ObjectNode streamer, String streamId, LabNetwork modems)
            throws IOException {
        var server = "ws://127.0.0.1:%d/ws/field".formatted(relay.url().getPort());
        var program =
                checkout.program(
                                "station",
                                "desktop-station",
                                List.of("--headless", "--simulate", "--video", "testsrc"))
                        .with("FIELD_SERVER_WS_URL", server)
                        .with("FIELD_STREAMER_ID", streamer.path("id").asString())
                        .with("FIELD_CONTROL_PORT", "0")
                        .with("FIELD_API_KEY", streamer.path("api_key").asString())
                        .with("FIELD_VIDEO_RESOLUTION", "1280x720")
                        .with("FIELD_VIDEO_BITRATE", "2500k")
                        .with("FIELD_NETWORK_INTERFACES", String.join(",", modems.modems()))
                        .with(
                                "FIELD_LIVE_TO",
                                "srtla://%s?streamid=%s".formatted(modems.target(), streamId));
        return Child.start(program, folder, line -> log("station", line));
    }

    /// The first streamer of the public list: what any visitor of the relay sees.
    private static ObjectNode liveStreamer(RelayClient client) throws IOException {
        var list = Json.mapper().readTree(client.get("/api/streamers"));
        return list.path(0) instanceof ObjectNode first ? first : Json.object();
    }

    private void log(String name, String line) {
        try {
            Files.writeString(
                    folder.resolve(name + ".log"),
                    line + System.lineSeparator(),
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException mistake) {
            System.err.println(name + ": " + line + " (" + mistake.getMessage() + ")");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String randomToken() {
        var octets = new byte[18];
        new SecureRandom().nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
