package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.relay.ffmpeg.FfmpegChild;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However a session ends, nothing of it is left.
final class SrtEndTest {

    private GatewayWorld world;
    private FfmpegChild caller;

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys.publisher("open", "rato", Optional.empty());
        caller = world.publisher("publish/live/open", "");
        GatewayWorld.feed(caller, 0, 20);
        Await.until("the stream came", () -> world.intake().length() > 0);
    }

    @AfterEach
    void closes() {
        world.close();
    }

    @Test
    void endsWithTheCaller() throws Exception {
        caller.input().close();

        Await.until("the intake is closed", () -> !world.intake().isOpen());
        Await.until("FFmpeg is gone", () -> world.calls().isEmpty());
    }

    @Test
    void endsWhenTheCallerFallsSilent() {
        caller.close();

        Await.until("the intake is closed", () -> !world.intake().isOpen());
        Await.until("FFmpeg is gone", () -> world.calls().isEmpty());
    }

    @Test
    void endsWhenFfmpegDiesAndTellsTheCaller() {
        world.calls().getFirst().close();

        Await.until("the intake is closed", () -> !world.intake().isOpen());
        tellsTheCaller();
    }

    @Test
    void endsWhenTheStreamIsTakenAwayAndTellsTheCaller() {
        world.intake().takeAway();

        Await.until("FFmpeg is gone", () -> world.calls().isEmpty());
        tellsTheCaller();
    }

    @Test
    void endsWithTheGatewayAndTellsTheCaller() {
        world.gateway.close();

        Await.until("FFmpeg is gone", () -> world.calls().isEmpty());
        assertThat(world.intake().isOpen()).isFalse();
        tellsTheCaller();
    }

    @Test
    void takesTheSamePublisherOnTheSamePortAgainAndAgain() throws Exception {
        for (var round = 2; round < 5; round++) {
            caller.input().close();
            Await.until("the caller is gone", () -> !caller.isRunning());

            caller = world.publisher("publish/live/open", "");
            GatewayWorld.feed(caller, 0, 20);

            var expected = round;
            Await.until("it is back", () -> world.feeds.intakes().size() == expected);
            Await.until("it sends", () -> world.intake().length() > 0);
        }
    }

    @Test
    void keepsAPublisherThatOnlyStalls() throws Exception {
        var before = world.intake().length();

        Await.until(
                "six statistics came",
                Duration.ofSeconds(30),
                () -> world.intake().statistics().size() >= 7);
        GatewayWorld.feed(caller, 140, 20);

        Await.until("it goes on", () -> world.intake().length() > before);
        assertThat(world.intake().isOpen()).isTrue();
    }

    /// Its libsrt closes the socket, which it notices when it next writes.
    private void tellsTheCaller() {
        Await.until(
                "the caller noticed",
                () -> {
                    if (caller.isRunning()) {
                        GatewayWorld.feed(caller, 0, 1);
                    }
                    return !caller.isRunning();
                });
    }
}
