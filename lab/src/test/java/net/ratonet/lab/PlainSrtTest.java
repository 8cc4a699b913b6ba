package net.ratonet.lab;

import static net.ratonet.lab.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.ratonet.lab.network.LinkConditions;
import net.ratonet.lab.network.LinkConditions.Hole;
import net.ratonet.lab.network.PacketTap;
import net.ratonet.lab.network.ProxyNetwork;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.StationProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A receiver that knows no SRTLA: Debian's, which is not ours in any part.
@Tag("srt")
@Timeout(240)
final class PlainSrtTest {

    private static final long SOME_SECONDS_OF_IT = 500_000;
    private static final LinkConditions FINE = LinkConditions.of(6, 30);

    private final Stage stage = new Stage();

    @TempDir private Path folder;
    private SrtReceiver receiver;
    private ProxyNetwork modems;
    private StationProcess station;

    @BeforeEach
    void start() throws IOException {
        assumeThat(SrtReceiver.isInstalled()).as("Debian's srt-tools").isTrue();
        var port = Ports.freeUdp();
        receiver = stage.keep(SrtReceiver.start(port, folder.resolve("received.ts")));
        modems = stage.keep(ProxyNetwork.to(port, List.of(FINE, FINE), PacketTap.NOBODY));
        station = stage.keep(startStation());
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void getsTheStreamOverOneLinkAndOverTheNextWhenThatDies() throws IOException {
        await("the stream arrives", () -> receiver.bytes() > SOME_SECONDS_OF_IT);
        assertThat(bond().path("mode").asString("")).isEqualTo("plain");
        var first = carrier();

        modems.change(first, FINE.hole(Hole.BOTH_WAYS));

        await("the other link carries", () -> carrier() == 1 - first);
        var before = receiver.bytes();
        await("it arrives again", () -> receiver.bytes() > before + SOME_SECONDS_OF_IT);
        assertThat(Files.readAllBytes(receiver.received())).startsWith(0x47);
    }

    private StationProcess startStation() throws IOException {
        var target = modems.target();
        var program =
                StationProcess.alone(Checkout.here(), modems.modems())
                        .with("FIELD_VIDEO_BITRATE", "1500k")
                        .with("FIELD_LIVE_TO", "srtla://127.0.0.1:" + Ports.freeUdp())
                        .with(
                                "FIELD_SRT_FALLBACK_PORT",
                                target.substring(target.lastIndexOf(':') + 1));
        return StationProcess.start(
                program, Files.createDirectory(folder.resolve("station")), _ -> {});
    }

    /// The link that carries the stream, or -1 while none or both do.
    private int carrier() throws IOException {
        var carrying =
                bond().path("links")
                        .valueStream()
                        .filter(link -> link.path("sent_kbps").asDouble() > 200)
                        .map(link -> modems.modems().indexOf(link.path("link").asString("")))
                        .toList();
        return carrying.size() == 1 ? carrying.getFirst() : -1;
    }

    private JsonNode bond() throws IOException {
        return station.status().path("bond");
    }
}
