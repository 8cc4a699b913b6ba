package net.ratonet.lab;

import static net.ratonet.lab.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.NamespaceNetwork;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.MediaClient;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.RelayProcess;
import net.ratonet.lab.process.StationProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Modems that come and go while a station is live, as interfaces that the kernel makes. Needs
/// root, and skips itself without.
@Tag("linux")
@Timeout(180)
final class HotPlugTest {

    private static final LinkConditions FINE = LinkConditions.of(6, 0);

    private final Stage stage = new Stage();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir private Path folder;
    private MediaClient streamer;
    private NamespaceNetwork modems;

    @BeforeEach
    void start() throws IOException {
        assumeThat(NamespaceNetwork.isPossibleHere()).as("root, ip, tc and nft").isTrue();
        var checkout = Checkout.here();
        var srtla = Ports.freeUdp();
        var relay =
                stage.keep(
                        RelayProcess.start(
                                checkout,
                                folder,
                                program -> RelayProcess.withMedia(program, srtla),
                                _ -> {}));
        streamer = stage.keep(MediaClient.registered(relay.url()));
        modems = stage.keep(NamespaceNetwork.to(srtla, List.of(FINE, FINE)));
        var program =
                StationProcess.alone(checkout, List.of())
                        .with("FIELD_VIDEO_BITRATE", "1500k")
                        .with(
                                "FIELD_LIVE_TO",
                                "srtla://%s?streamid=publish/live/%s"
                                        .formatted(modems.target(), streamer.publishKey()))
                        .behind(modems.prefix());
        stage.keep(
                StationProcess.start(
                        program, Files.createDirectory(folder.resolve("station")), said::add));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void carriesOnWithoutAModemThatIsPulledAndTakesItInWhenItIsBack() throws IOException {
        await("both modems carry", () -> carrying() == 2);

        modems.pull(1);
        await("its going is noticed", () -> times("Link modem1 is gone") == 1);
        var before = bytes();
        await("the other carries on", () -> carrying() == 1 && bytes() > before + 500_000);

        modems.plugIn(1);
        await("it joins again", () -> times("Link modem1 joins") == 2);
        await("both carry again", () -> carrying() == 2);
        assertThat(times("Link modem0 joins")).isEqualTo(1);
        assertThat(times("Encoder: stopped")).isZero();
    }

    private long times(String words) {
        return said.stream().filter(line -> line.contains(words)).count();
    }

    private long bytes() throws IOException {
        return feed().path("flow").path("bytes").asLong();
    }

    private long carrying() throws IOException {
        return feed().path("network")
                .path("links")
                .valueStream()
                .filter(link -> link.path("bitrate_kbps").asDouble() > 50)
                .count();
    }

    private JsonNode feed() throws IOException {
        return streamer.media().path("feed");
    }
}
