package net.ratonet.lab;

import static net.ratonet.lab.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.LinkConditions.Hole;
import net.ratonet.lab.network.PacketTap;
import net.ratonet.lab.network.ProxyNetwork;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.MediaClient;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.lab.process.RtmpSink;
import net.ratonet.lab.process.StationProcess;
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

    private static final LinkConditions FINE = LinkConditions.of(6, 30);
    private static final LinkConditions NARROW = LinkConditions.of(.5, 30);
    private static final LinkConditions DEAD = FINE.hole(Hole.BOTH_WAYS);

    private static final double CEILING_KBPS = 1_500;
    private static final double WHAT_NARROW_LINKS_CARRY_KBPS = 1_000;

    /// At 30 a second these take 20 s.
    private static final int PICTURES_OF_AN_OUTAGE = 600;

    private final Stage stage = new Stage();

    @TempDir private Path folder;
    private MediaClient streamer;
    private ProxyNetwork modems;
    private RtmpSink platform;
    private StationProcess station;

    @BeforeEach
    void start() throws IOException {
        var checkout = Checkout.here();
        var srtla = Ports.freeUdp();
        platform = stage.keep(RtmpSink.recording(folder, Ports.freeTcp()));
        var relay =
                stage.keep(
                        RelayProcess.start(
                                checkout,
                                folder,
                                program -> RelayProcess.withMedia(program, srtla),
                                _ -> {}));
        streamer = stage.keep(MediaClient.registered(relay.url()));
        streamer.destinations(
                "[{\"platform\":\"custom\",\"rtmp_url\":\"%s\"}]".formatted(platform.url()));
        modems = stage.keep(ProxyNetwork.to(srtla, List.of(FINE, FINE), PacketTap.NOBODY));
        station = stage.keep(startStation(checkout, relay));
        await("the platform is live", () -> output().path("state").asString("").equals("live"));
    }

    @AfterEach
    void stop() {
        stage.close();
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
        changeAll(DEAD);

        await("the slate is shown", () -> programme().equals("slate"));
        var shown = platform.frames();
        await("it is shown for long", () -> platform.frames() > shown + PICTURES_OF_AN_OUTAGE);
        assertThat(programme()).isEqualTo("slate");

        changeAll(FINE);
        await("the field is back", () -> programme().equals("live"));
        var before = platform.frames();
        await("its pictures are shown", () -> platform.frames() > before + 60);
        assertThat(output().path("state").asString()).isEqualTo("live");
        assertThat(output().path("restarts").asInt()).isZero();
        assertThat(theOnlyRecording())
                .satisfies(file -> assertThat(Judge.complaints(file)).isEmpty());
    }

    @Test
    void followsTheCapacityDownAndUp() throws IOException {
        await("the picture is as good as can be", () -> target() > .95 * CEILING_KBPS);

        changeAll(NARROW);

        await("the picture takes what is left", () -> target() < WHAT_NARROW_LINKS_CARRY_KBPS);
        await("and so does the stream", () -> arriving() < WHAT_NARROW_LINKS_CARRY_KBPS);
        changeAll(FINE);
        await("the picture is good again", () -> target() > .95 * CEILING_KBPS);
        await("and arrives", () -> arriving() > WHAT_NARROW_LINKS_CARRY_KBPS);
        assertThat(programme()).isEqualTo("live");
    }

    private StationProcess startStation(Checkout checkout, RelayProcess relay) throws IOException {
        var to =
                "srtla://%s?streamid=publish/live/%s"
                        .formatted(modems.target(), streamer.publishKey());
        var program =
                StationProcess.program(checkout, streamer, relay.url(), modems.modems())
                        .with("FIELD_VIDEO_BITRATE", "%.0fk".formatted(CEILING_KBPS))
                        .with("FIELD_LIVE_TO", to);
        return StationProcess.start(program, Files.createDirectory(folder.resolve("s")), _ -> {});
    }

    /// What both links are like from now on.
    private void changeAll(LinkConditions now) {
        modems.change(0, now);
        modems.change(1, now);
    }

    /// The platform closes its book when the relay has gone.
    private Path theOnlyRecording() {
        stop();
        assertThat(platform.recordings()).hasSize(1);
        return platform.recordings().getFirst();
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

    private double target() throws IOException {
        return station.status().path("stream").path("target_kbps").asDouble();
    }

    private double arriving() throws IOException {
        return streamer.media().path("feed").path("flow").path("bitrate_kbps").asDouble();
    }

    private String programme() throws IOException {
        return streamer.media().path("programme").path("state").asString("");
    }

    private JsonNode output() throws IOException {
        return streamer.media().path("outputs").path(0);
    }
}
