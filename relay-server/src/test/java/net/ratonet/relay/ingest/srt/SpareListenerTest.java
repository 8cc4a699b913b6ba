package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.Handshakes;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One FFmpeg waits for the next publisher.
final class SpareListenerTest {

    private static final Pattern PORT = Pattern.compile("srt://127\\.0\\.0\\.1:(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private GatewayWorld world;

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys.publisher("open", "rato", Optional.empty());
        world.keys.publisher("other", "rata", Optional.empty());
    }

    @AfterEach
    void closes() {
        world.close();
    }

    @Test
    void answersAPublisherWithTheOneThatWaits() throws Exception {
        var waiting = Await.value("one waits", world::spare);

        connect(7, "open");

        assertThat(world.calls()).singleElement().isSameAs(waiting);
        assertThat(waiting.name()).isEqualTo("srt-in-rato");
    }

    @Test
    void hasAnotherReadyForTheNext() throws Exception {
        Await.value("one waits", world::spare);
        connect(7, "open");

        var next = Await.value("another waits", PATIENCE, world::spare);
        connect(8, "other");

        assertThat(world.calls()).hasSize(2).contains(next);
    }

    @Test
    void startsOneForWhoComesBeforeTheNextIsReady() throws Exception {
        Await.value("one waits", world::spare);

        connect(7, "open");
        connect(8, "other");

        assertThat(world.calls()).hasSize(2);
    }

    @Test
    void hasAnotherReadyWhenTheOneThatWaitsDies() {
        var first = Await.value("one waits", world::spare);

        first.close();

        var next = Await.value("another waits", PATIENCE, world::spare);
        assertThat(next.pid()).isNotEqualTo(first.pid());
    }

    @Test
    void leavesNoneBehind() {
        Await.value("one waits", world::spare);

        world.gateway.close();

        Await.until("it is gone", () -> world.ffmpeg.children().isEmpty());
    }

    @Test
    void takesNothingOfAnotherProgramThatFoundItsPort() throws Exception {
        var waiting = Await.value("one waits", world::spare);
        var intruder = intruder(port(waiting));
        GatewayWorld.feed(intruder, 90_000, 20);
        Await.until("its bytes lie there", () -> waiting.output().available() > 0);

        var caller = world.publisher("publish/live/open", "");
        GatewayWorld.feed(caller, 0, 100);

        Await.until("all came", () -> world.intake().length() >= 700 * 188);
        assertThat(GatewayWorld.numbers(world.intake().bytes()))
                .isEqualTo(IntStream.range(0, 700).boxed().toList());
    }

    private FfmpegChild intruder(int port) throws Exception {
        return world.publisherTo("srt://127.0.0.1:%d?mode=caller".formatted(port));
    }

    private static int port(FfmpegChild listener) {
        var arguments =
                ProcessHandle.of(listener.pid())
                        .flatMap(process -> process.info().arguments())
                        .orElseThrow();
        return Stream.of(arguments)
                .map(PORT::matcher)
                .filter(found -> found.find())
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private Handshake connect(int socketId, String key) throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            caller.send(Handshakes.induction(socketId));
            var cookie = caller.answer().cookie();
            caller.send(Handshakes.conclusion(socketId, cookie, "publish/live/" + key));
            return caller.answer();
        }
    }
}
