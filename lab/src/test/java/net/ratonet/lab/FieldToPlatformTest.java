package net.ratonet.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.LinkConditions.Hole;
import net.ratonet.lab.network.PacketTap;
import net.ratonet.lab.network.ProxyNetwork;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Child;
import net.ratonet.lab.process.MediaClient;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.lab.process.RtmpSink;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every program of ours as a process: the station with its test picture, two modems whose networks
/// die, the relay, and a stand-in for the platform.
@Tag("linux")
@Timeout(240)
final class FieldToPlatformTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LinkConditions FINE = LinkConditions.of(6, 30);
    private static final LinkConditions DEAD = FINE.hole(Hole.BOTH_WAYS);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    @TempDir private Path folder;
    private MediaClient streamer;
    private ProxyNetwork modems;
    private RtmpSink platform;

    @BeforeEach
    void start() throws IOException {
        var checkout = Checkout.here();
        var srtla = Ports.freeUdp();
        var relay =
                keep(
                        RelayProcess.start(
                                checkout,
                                folder,
                                program -> RelayProcess.withMedia(program, srtla),
                                _ -> {}));
        streamer = keep(MediaClient.registered(relay.url()));
        platform = keep(RtmpSink.start(folder, Ports.freeTcp()));
        streamer.destinations(
                "[{\"platform\":\"custom\",\"rtmp_url\":\"%s\"}]".formatted(platform.url()));
        modems = keep(ProxyNetwork.to(srtla, List.of(FINE, FINE), PacketTap.NOBODY));
        keep(startStation(checkout, relay));
        await("the platform is live", () -> output().path("state").asString("").equals("live"));
    }

    @AfterEach
    void stop() throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    @Test
    void carriesOnOverTheLinkThatIsLeft() throws IOException {
        await("both links carry", () -> carrying() == 2);

        modems.change(0, DEAD);

        await("one link carries all", () -> carrying() == 1);
        assertThat(programme()).isEqualTo("live");
        modems.change(0, FINE);
        await("both carry again", () -> carrying() == 2);
        assertThat(output().path("restarts").asInt()).isZero();
    }

    @Test
    void keepsThePlatformThroughATotalOutage() throws IOException {
        modems.change(0, DEAD);
        modems.change(1, DEAD);

        await("the slate is shown", () -> programme().equals("slate"));

        modems.change(0, FINE);
        modems.change(1, FINE);
        await("the field is back", () -> programme().equals("live"));
        assertThat(output().path("state").asString()).isEqualTo("live");
        assertThat(output().path("restarts").asInt()).isZero();
    }

    private Child startStation(Checkout checkout, RelayProcess relay) throws IOException {
        var program =
                checkout.program(
                                "station",
                                "desktop-station",
                                List.of("--headless", "--video", "testsrc"))
                        .with(
                                "FIELD_SERVER_WS_URL",
                                "ws://127.0.0.1:%d/ws/field".formatted(relay.url().getPort()))
                        .with("FIELD_STREAMER_ID", streamer.id())
                        .with("FIELD_CONTROL_PORT", "0")
                        .with("FIELD_API_KEY", streamer.apiKey())
                        .with("FIELD_VIDEO_RESOLUTION", "640x360")
                        .with("FIELD_VIDEO_BITRATE", "1500k")
                        .with("FIELD_GPS_DEVICE", "off")
                        .with("FIELD_STARLINK_ADDR", "off")
                        .with("FIELD_MODEMS", "false")
                        .with("FIELD_NETWORK_INTERFACES", String.join(",", modems.modems()))
                        .with(
                                "FIELD_LIVE_TO",
                                "srtla://%s?streamid=publish/live/%s"
                                        .formatted(modems.target(), streamer.publishKey()));
        return Child.start(program, folder, _ -> {});
    }

    private long carrying() throws IOException {
        return streamer.media()
                .path("feed")
                .path("network")
                .path("links")
                .valueStream()
                .filter(link -> link.path("bitrate_kbps").asDouble() > 50)
                .count();
    }

    private String programme() throws IOException {
        return streamer.media().path("programme").path("state").asString("");
    }

    private JsonNode output() throws IOException {
        return streamer.media().path("outputs").path(0);
    }

    private static void await(String what, Callable<Boolean> condition) {
        Await.until(what, SOON, condition);
    }

    private <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }
}
