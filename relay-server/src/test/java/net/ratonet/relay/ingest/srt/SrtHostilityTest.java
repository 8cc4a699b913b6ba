package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.ratonet.relay.ingest.srt.wire.FlowTerms;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.Handshakes;
import net.ratonet.shared.srt.SrtPacket;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Whatever comes in, those who behave are not affected.
final class SrtHostilityTest {

    private GatewayWorld world;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void opens() throws Exception {
        world = new GatewayWorld();
        world.keys.publisher("open", "rato", Optional.empty());
        log.start();
        gatewayLog().setLevel(Level.INFO);
        gatewayLog().addAppender(log);
    }

    @AfterEach
    void closes() {
        gatewayLog().detachAppender(log);
        gatewayLog().setLevel(null);
        world.close();
    }

    @Test
    void keepsAStreamWholeUnderAFloodOfAnything() throws Exception {
        var caller = world.publisher("publish/live/open", "");
        GatewayWorld.feed(caller, 0, 20);
        Await.until("the stream came", () -> world.intake().length() > 0);

        flood(20_000);
        GatewayWorld.feed(caller, 140, 180);

        Await.until("all came", () -> world.intake().length() >= 1_400 * 188);
        assertThat(GatewayWorld.numbers(world.intake().bytes()))
                .isEqualTo(IntStream.range(0, 1_400).boxed().toList());
        assertThat(world.feeds.intakes()).hasSize(1);
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .startsWith("srt-in-rato");
    }

    @Test
    void remembersNothingOfTenThousandHalfOpenHandshakes() throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            for (var i = 1; i <= 10_000; i++) {
                caller.send(Handshakes.induction(i));
            }
        }
        try (var polite = new RawCaller(world.gateway.port())) {
            Await.until(
                    "another is answered",
                    () -> {
                        polite.send(Handshakes.induction(99_999));
                        return polite.answer().destination() == 99_999;
                    });
        }

        assertThat(world.gateway.sessions()).isZero();
        assertThat(world.calls()).isEmpty();
        assertThat(log.list).isEmpty();
    }

    @Test
    void ignoresForgedCookies() throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            for (var cookie = 0; cookie < 1_000; cookie++) {
                caller.send(Handshakes.conclusion(7, cookie, "publish/live/open"));
            }
            caller.send(Handshakes.induction(8));

            assertThat(caller.answer().destination()).isEqualTo(8);
        }
        assertThat(world.feeds.intakes()).isEmpty();
        assertThat(world.gateway.sessions()).isZero();
    }

    @Test
    void ignoresACookieFromAnotherAddress() throws Exception {
        try (var owner = new RawCaller(world.gateway.port());
                var thief = new RawCaller(world.gateway.port())) {
            owner.send(Handshakes.induction(7));
            var cookie = owner.answer().cookie();

            thief.send(Handshakes.conclusion(7, cookie, "publish/live/open"));
            thief.send(Handshakes.induction(8));

            assertThat(thief.answer().isInduction()).isTrue();
        }
        assertThat(world.feeds.intakes()).isEmpty();
    }

    @Test
    void startsOneSessionHoweverOftenAConclusionIsReplayed() throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            caller.send(Handshakes.induction(7));
            var conclusion = Handshakes.conclusion(7, caller.answer().cookie(), "live/open");
            for (var i = 0; i < 500; i++) {
                caller.send(conclusion);
            }
            var agreed = caller.answer();
            caller.send(conclusion);

            assertThat(agreed.isConclusion()).isTrue();
            assertThat(caller.answer()).isEqualTo(agreed);
        }
        assertThat(world.feeds.intakes()).hasSize(1);
        assertThat(world.calls()).hasSize(1);
    }

    @Test
    void replacesTheSessionOfACallerThatBeginsAnewFromTheSamePlace() throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            connect(caller, 7);
            connect(caller, 8);
        }

        assertThat(world.feeds.intakes()).hasSize(2);
        assertThat(world.feeds.intakes().getFirst().isOpen()).isFalse();
        Await.until("one FFmpeg is left", () -> world.calls().size() == 1);
    }

    @Test
    void tellsAnOldCallerThatItIsOld() throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            caller.send(Handshakes.induction(7));
            var cookie = caller.answer().cookie();
            var terms = new FlowTerms(1, 1_500, 8_192);

            caller.send(
                    new Handshake(0, 4, 0, 0, terms, Handshake.CONCLUSION, 7, cookie, List.of()));

            assertThat(caller.answer().type()).isEqualTo(1_008);
        }
    }

    @Test
    void writesDownOnceWhyACallerIsRefusedHoweverOftenItCalls() throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            caller.send(Handshakes.induction(7));
            var cookie = caller.answer().cookie();
            for (var i = 0; i < 50; i++) {
                caller.send(Handshakes.conclusion(7, cookie, "publish/live/secretButWrong"));
                assertThat(caller.answer().type()).isEqualTo(2_403);
            }
        }

        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("127.0.0.1", "nobody's")
                .doesNotContain("secretButWrong");
    }

    @Test
    void takesNoGoodbyeOfAnotherSession() throws Exception {
        try (var caller = new RawCaller(world.gateway.port())) {
            connect(caller, 7);
            var goodbye =
                    SrtPacket.putControl(ByteBuffer.allocate(20), SrtPacket.SHUTDOWN, 0, 0, 12_345)
                            .putInt(0)
                            .flip();

            caller.send(goodbye);
            caller.send(Handshakes.induction(8));
            caller.answer();

            assertThat(world.intake().isOpen()).isTrue();
        }
    }

    @Test
    void handsGarbageOnAsItCame() throws Exception {
        var caller = world.publisher("publish/live/open", "");
        var garbage = new byte[50_000];
        new Random(5).nextBytes(garbage);

        caller.input().write(garbage);
        caller.input().flush();

        Await.until("it came", () -> world.intake().length() >= 47_000);
        assertThat(garbage).startsWith(world.intake().bytes());
    }

    private void flood(int packets) throws Exception {
        var random = new Random(6);
        try (var caller = new RawCaller(world.gateway.port())) {
            for (var i = 0; i < packets; i++) {
                var bytes = new byte[random.nextInt(1, 1_500)];
                random.nextBytes(bytes);
                if (i % 2 == 0 && bytes.length >= 64) {
                    ByteBuffer.wrap(bytes).putInt(0, 0x8000_0000).putInt(16, 5).putInt(36, -1);
                }
                caller.send(ByteBuffer.wrap(bytes));
            }
        }
    }

    private static void connect(RawCaller caller, int socketId) throws Exception {
        caller.send(Handshakes.induction(socketId));
        var cookie = caller.answer().cookie();
        caller.send(Handshakes.conclusion(socketId, cookie, "publish/live/open"));
        Await.until(
                "it is let in",
                () -> {
                    var answer = caller.answer();
                    return answer.isConclusion() && answer.destination() == socketId;
                });
    }

    private static Logger gatewayLog() {
        return (Logger) LoggerFactory.getLogger("net.ratonet.relay.ingest.srt");
    }
}
