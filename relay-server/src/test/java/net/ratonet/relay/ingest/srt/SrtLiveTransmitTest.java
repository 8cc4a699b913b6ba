package net.ratonet.relay.ingest.srt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The SRT tool of Debian, with a libsrt that is not FFmpeg's.
@Tag("srt")
final class SrtLiveTransmitTest {

    private static final Path PROGRAM = Path.of("/usr/bin/srt-live-transmit");
    private static final String PASSPHRASE = "correct-horse-battery";

    private static final int LONG_ENOUGH = 1_400 * TsChunk.PACKET;

    private final List<Process> running = new ArrayList<>();
    private GatewayWorld world;

    @BeforeAll
    static void needsTheProgram() {
        assumeThat(PROGRAM).as("Debian's srt-tools").isExecutable();
    }

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys
                .publisher("open", "rato", Optional.empty())
                .publisher("locked", "gato", Optional.of(PASSPHRASE))
                .player("token", "rato", Optional.empty())
                .player("secret", "rato", Optional.of(PASSPHRASE));
    }

    @AfterEach
    void closes() {
        running.forEach(Process::destroyForcibly);
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 32})
    void publishes(int keyLength) throws Exception {
        var url = keyLength == 0 ? url("publish/live/open") : locked("live/locked", keyLength);
        var caller = transmit("file://con", url);

        var sent = 0;
        while (world.feeds.intakes().isEmpty() || world.intake().length() < LONG_ENOUGH) {
            assertThat(caller.isAlive()).isTrue();
            caller.getOutputStream().write(GatewayWorld.numbered(7 * sent++, 7));
            caller.getOutputStream().flush();
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }

        var came = GatewayWorld.numbers(world.intake().bytes());
        assertThat(came)
                .as("it throws away what it gets before it is connected")
                .isEqualTo(
                        IntStream.range(came.getFirst(), came.getFirst() + came.size())
                                .boxed()
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 32})
    void plays(int keyLength) throws Exception {
        var url = keyLength == 0 ? url("play/live/token") : locked("play/live/secret", keyLength);
        var player = transmit(url, "file://con");
        var came = new ByteArrayOutputStream();
        Thread.ofPlatform().daemon().name("watching").start(() -> read(player, came));
        Await.until("it is connected", () -> !world.programme.readers().isEmpty());

        for (var i = 0; i < 200; i++) {
            world.programme.write(new TsChunk(GatewayWorld.numbered(7 * i, 7), 0, true, 1));
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }

        Await.until("nearly all came", () -> numbers(came).size() >= 1_386);
        assertThat(numbers(came))
                .isEqualTo(IntStream.range(0, numbers(came).size()).boxed().toList());
    }

    @Test
    void understandsThatItsPassphraseIsWrong() throws Exception {
        var caller = transmit("file://con", url("live/locked") + "&passphrase=other-horse-battery");
        var said = new ByteArrayOutputStream();
        Thread.ofPlatform().daemon().name("listening").start(() -> read(caller, said));

        Await.until("it says so", () -> said.toString(UTF_8).contains("Incorrect passphrase"));
        assertThat(world.feeds.intakes()).isEmpty();
    }

    private String url(String streamId) {
        return world.url(streamId, "");
    }

    private String locked(String streamId, int keyLength) {
        return world.url(streamId, "&passphrase=%s&pbkeylen=%d".formatted(PASSPHRASE, keyLength));
    }

    private Process transmit(String from, String to) throws IOException {
        var process =
                new ProcessBuilder(PROGRAM.toString(), "-q", "-a:no", "-chunk:1316", from, to)
                        .redirectErrorStream(from.startsWith("file"))
                        .start();
        running.add(process);
        return process;
    }

    private static void read(Process player, ByteArrayOutputStream into) {
        try (var output = player.getInputStream()) {
            var buffer = new byte[8_192];
            for (var n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                synchronized (into) {
                    into.write(buffer, 0, n);
                }
            }
        } catch (IOException _) {
            // It ended.
        }
    }

    private static List<Integer> numbers(ByteArrayOutputStream bytes) {
        synchronized (bytes) {
            return GatewayWorld.numbers(bytes.toByteArray());
        }
    }
}
