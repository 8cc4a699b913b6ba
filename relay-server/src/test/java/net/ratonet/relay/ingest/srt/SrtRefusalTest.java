package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real callers that are sent away: they must understand why, at once and not by a time-out.
final class SrtRefusalTest {

    private GatewayWorld world;

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys.publisher("open", "rato", Optional.empty());
        world.keys.publisher("locked", "gato", Optional.of("correct horse battery"));
    }

    @AfterEach
    void closes() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publish/live/nobodys | '' | ERROR:PREDEFINED:403",
                "play/live/nobodys | '' | ERROR:PREDEFINED:404",
                "a/b/c/d | '' | ERROR:PREDEFINED:400",
                "'' | '' | ERROR:PREDEFINED:401",
                "publish/live/locked | '' | ERROR:UNSECURE",
                "publish/live/locked | &passphrase=wrong horse battery | ERROR:BADSECRET",
                "publish/live/open | &passphrase=correct horse battery | ERROR:UNSECURE"
            })
    void tellsTheCallerWhy(String streamId, String more, String said) throws Exception {
        var caller = world.publisher(streamId, more);

        caller.input().write(GatewayWorld.numbered(0, 7));
        caller.input().flush();

        GatewayWorld.refuses(caller, said);
        assertThat(world.feeds.intakes()).isEmpty();
        assertThat(world.calls()).isEmpty();
    }

    @Test
    void refusesASecondPublisherWhileTheFirstSends() throws Exception {
        var first = world.publisher("publish/live/open", "");
        GatewayWorld.feed(first, 0, 20);
        Await.until("the first is on", () -> world.intake().length() > 0);

        var second = world.publisher("publish/live/open", "");
        GatewayWorld.feed(second, 0, 1);

        GatewayWorld.refuses(second, "ERROR:PREDEFINED:409");
        assertThat(first.isRunning()).isTrue();
        assertThat(world.intake().isOpen()).isTrue();
    }

    @Test
    void saysWhenThereIsNoRoom() throws Exception {
        world.feeds.full(true);

        var caller = world.publisher("publish/live/open", "");
        GatewayWorld.feed(caller, 0, 1);

        GatewayWorld.refuses(caller, "ERROR:PREDEFINED:402");
    }
}
