package net.ratonet.lab;

import static net.ratonet.lab.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ratonet.lab.process.Checkout;
import net.ratonet.lab.process.Ports;
import net.ratonet.lab.process.StationProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One whole stream on each link, to two receivers of Debian's.
@Tag("srt")
@Timeout(240)
final class EachLinkStreamTest {

    private static final long SOME_SECONDS_OF_IT = 500_000;

    private final Stage stage = new Stage();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir private Path folder;
    private int port;
    private SrtReceiver first;
    private SrtReceiver second;

    @BeforeEach
    void start() throws IOException {
        assumeThat(SrtReceiver.isInstalled()).as("Debian's srt-tools").isTrue();
        port = twoPorts();
        first = stage.keep(SrtReceiver.start(port, folder.resolve("first.ts")));
        second = stage.keep(SrtReceiver.start(port + 1, folder.resolve("second.ts")));
        var program =
                StationProcess.alone(Checkout.here(), List.of("127.0.0.2", "127.0.0.3"))
                        .with("FIELD_VIDEO_BITRATE", "1500k")
                        .with("FIELD_LIVE_TO", "srt-each://127.0.0.1:" + port);
        stage.keep(
                StationProcess.start(
                        program, Files.createDirectory(folder.resolve("station")), said::add));
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void goesOnOverTheOtherLinkWhenOneEndsAndTakesThatInAgain() throws IOException {
        await("both get it", () -> bothHave(SOME_SECONDS_OF_IT));

        first.close();
        var before = second.bytes();
        await("one gets it", () -> second.bytes() > before + 3 * SOME_SECONDS_OF_IT);

        var again = stage.keep(SrtReceiver.start(port, folder.resolve("again.ts")));
        await("the other gets it again", () -> again.bytes() > SOME_SECONDS_OF_IT);
        assertThat(said).noneMatch(line -> line.contains("Encoder: stopped"));
        assertThat(Files.readAllBytes(again.received())).startsWith(0x47);
    }

    private boolean bothHave(long bytes) throws IOException {
        return first.bytes() > bytes && second.bytes() > bytes;
    }

    /// Two that follow each other.
    private static int twoPorts() throws IOException {
        while (true) {
            var candidate = Ports.freeUdp();
            try (var next = new DatagramSocket(candidate + 1)) {
                return next.getLocalPort() - 1;
            } catch (BindException _) {
                // Somebody has it: look further.
            }
        }
    }
}
