package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.session.TsChunk;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SrtPlayTest {

    private static final String PASSPHRASE = "correct horse battery";

    private GatewayWorld world;

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys.player("token", "rato", Optional.empty());
        world.keys.player("locked", "rato", Optional.of(PASSPHRASE));
    }

    @AfterEach
    void closes() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"play/live/token", "%23!::m%3Drequest,r%3Dtoken", "read:token"})
    void sendsTheProgrammeToWhoAsksForIt(String streamId) throws Exception {
        var player = watch(streamId, "");

        write(0, 200);

        Await.until("all came", () -> numbers(player).size() >= 1_393);
        assertThat(numbers(player)).startsWith(0, 1, 2).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void encryptsWithTheKeyOfThePlayer(int keyLength) throws Exception {
        var player =
                watch(
                        "play/live/locked",
                        "&passphrase=%s&pbkeylen=%d".formatted(PASSPHRASE, keyLength));

        write(0, 200);

        Await.until("all came", () -> numbers(player).size() >= 1_393);
        assertThat(numbers(player))
                .isEqualTo(IntStream.range(0, numbers(player).size()).boxed().toList());
    }

    @Test
    void staysConnectedThroughASilentField() throws Exception {
        var player = watch("play/live/token", "");
        write(0, 20);
        Await.until("it plays", () -> !numbers(player).isEmpty());

        LockSupport.parkNanos(Duration.ofSeconds(7).toNanos());
        write(140, 60);

        Await.until("it plays on", () -> numbers(player).contains(300));
        assertThat(world.calls()).hasSize(1);
    }

    @Test
    void endsWhenItsTokenIsRevoked() throws Exception {
        var player = watch("play/live/token", "");
        write(0, 20);
        Await.until("it plays", () -> !numbers(player).isEmpty());

        world.gateway.dropPlayers(right -> right.tokenId().equals("of-rato"));

        Await.until("FFmpeg is gone", () -> world.calls().isEmpty());
        Await.until("the player is told", () -> !player.child().isRunning());
    }

    @Test
    void keepsPlayersWhoseTokenIsNot() throws Exception {
        var player = watch("play/live/token", "");
        write(0, 20);
        Await.until("it plays", () -> !numbers(player).isEmpty());

        world.gateway.dropPlayers(right -> right.tokenId().equals("another"));
        write(140, 60);

        Await.until("it plays on", () -> numbers(player).contains(300));
    }

    @Test
    void endsWithThePlayer() throws Exception {
        var player = watch("play/live/token", "");
        write(0, 20);
        Await.until("it plays", () -> !numbers(player).isEmpty());

        player.child().close();

        Await.until("nobody reads", () -> world.programme.readers().isEmpty());
        Await.until("FFmpeg is gone", () -> world.calls().isEmpty());
    }

    @Test
    void servesManyPlayersAtOnce() throws Exception {
        var players =
                List.of(
                        watch("play/live/token", ""),
                        watch("read:token", ""),
                        watch("play/live/locked", "&passphrase=" + PASSPHRASE));

        write(0, 60);

        for (var player : players) {
            Await.until("each has it", () -> numbers(player).contains(300));
        }
    }

    private Watching watch(String streamId, String more) throws IOException {
        var before = world.programme.readers().size();
        var player = new Watching(world.player(streamId, more), new ByteArrayOutputStream());
        Thread.ofPlatform().daemon().name("watching").start(player::read);
        Await.until("it is connected", () -> world.programme.readers().size() > before);
        return player;
    }

    /// A chunk every two milliseconds, each a key frame.
    private void write(int first, int chunks) {
        for (var i = 0; i < chunks; i++) {
            world.programme.write(new TsChunk(GatewayWorld.numbered(first + 7 * i, 7), 0, true, 1));
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    private static List<Integer> numbers(Watching player) {
        synchronized (player.bytes()) {
            return GatewayWorld.numbers(player.bytes().toByteArray());
        }
    }

    private record Watching(FfmpegChild child, ByteArrayOutputStream bytes) {

        void read() {
            try {
                var buffer = new byte[8_192];
                for (var n = child.output().read(buffer); n >= 0; n = child.output().read(buffer)) {
                    synchronized (bytes) {
                        bytes.write(buffer, 0, n);
                    }
                }
            } catch (IOException _) {
                // It ended.
            }
        }
    }
}
