package net.ratonet.relay.ingest.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import net.ratonet.relay.rtmp.AmfValue;
import net.ratonet.relay.rtmp.Command;
import net.ratonet.relay.rtmp.FlvAudio;
import net.ratonet.relay.rtmp.FlvVideo;
import net.ratonet.relay.rtmp.RtmpControl;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.rtmp.Status;
import net.ratonet.shared.testing.Await;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RtmpServerTest {

    private static final byte[] AVC =
            HexFormat.of()
                    .parseHex(
                            "0142c01fffe100176742c01fda014016ec0440000003004000000f03c60ca8"
                                    + "01000468ce0fc8");
    private static final byte[] KEY_PICTURE = {0, 0, 0, 2, 0x65, 1};

    private final FakeTicker ticker = new FakeTicker();
    private final FakeRelay relay = new FakeRelay();
    private RtmpServer server;

    @BeforeEach
    void opens() throws IOException {
        server = open(new RtmpConfig(0));
    }

    @AfterEach
    void closes() {
        server.close();
    }

    @Test
    void turnsAPublishersMediaIntoMpegTs() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            assertThat(encoder.publish("live", "KEY"))
                    .map(Status::code)
                    .contains("NetStream.Publish.Start");

            sendMedia(encoder);

            var intake = relay.intakes().getFirst();
            Await.until("media are in", () -> intake.bytes().length > 0);
            assertThat(intake.bytes().length % 188).isZero();
            assertThat(intake.bytes()[0]).isEqualTo((byte) 0x47);
        }
        Await.until("the intake is closed", () -> !relay.intakes().getFirst().isOpen());
    }

    @Test
    void refusesAnUnknownKeyAndSaysSo() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            var status = encoder.publish("live", "WRONG").orElseThrow();

            assertThat(status.code()).isEqualTo("NetStream.Publish.BadName");
            assertThat(status.description()).contains("Unauthorized").doesNotContain("WRONG");
            assertThat(encoder.isHungUpOn()).isTrue();
        }
        assertThat(relay.intakes()).isEmpty();
        assertThat(server.counts().unknownKeys()).isEqualTo(1);
    }

    @Test
    void refusesAGoodKeyOfAStreamerWhoTakesOnlyWhatIsEncrypted() throws IOException {
        relay.encryptedOnly = true;
        try (var encoder = new TestEncoder(server.port())) {
            var status = encoder.publish("live", "KEY").orElseThrow();

            assertThat(status.code()).isEqualTo("NetStream.Publish.BadName");
            assertThat(status.description()).startsWith("Encrypted only").contains("Use SRT");
            assertThat(encoder.isHungUpOn()).isTrue();
        }
        assertThat(relay.intakes()).isEmpty();
        assertThat(server.counts().unencrypted()).isEqualTo(1);
    }

    @Test
    void saysWhenSomebodyElseIsSending() throws IOException {
        try (var first = new TestEncoder(server.port());
                var second = new TestEncoder(server.port())) {
            first.publish("live", "KEY");

            var status = second.publish("live", "KEY").orElseThrow();

            assertThat(status.isError()).isTrue();
            assertThat(status.description()).startsWith("Busy").contains("SRT");
            assertThat(second.isHungUpOn()).isTrue();
        }
    }

    @Test
    void saysWhenTheRelayIsFull() throws IOException {
        relay.full = true;
        try (var encoder = new TestEncoder(server.port())) {
            assertThat(encoder.publish("live", "KEY").orElseThrow().description())
                    .startsWith("Full");
        }
    }

    @Test
    void readsNoMediaBeforeAKey() throws IOException {
        try (var encoder = new TestEncoder(server.port()).shakeHands()) {
            encoder.send(new RtmpMessage(RtmpMessage.VIDEO, 1, 0, FlvVideo.avcConfig(AVC)));

            assertThat(encoder.isHungUpOn()).isTrue();
        }
        assertThat(relay.intakes()).isEmpty();
    }

    @Test
    void letsNobodyWatch() throws IOException {
        try (var player = new TestEncoder(server.port()).shakeHands()) {
            player.send(Command.of("connect", 1));
            player.send(Command.of("play", 2, AmfValue.nothing(), AmfValue.text("KEY")));

            assertThat(player.awaitStatus().orElseThrow().code())
                    .isEqualTo("NetStream.Play.StreamNotFound");
        }
    }

    @Test
    void answersPings() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            encoder.publish("live", "KEY");
            encoder.send(RtmpControl.ping(42));

            assertThat(encoder.receive().orElseThrow().payload())
                    .isEqualTo(RtmpControl.pong(42).payload());
        }
    }

    @Test
    void hangsUpOnWhoeverSaysNothing() throws IOException {
        try (var silent = new TestEncoder(server.port());
                var halfway = new TestEncoder(server.port()).shakeHands()) {
            Await.until("both are there", () -> server.connections() == 2);
            ticker.advance(Duration.ofSeconds(5));

            assertThat(silent.isHungUpOn()).isTrue();
            assertThat(halfway.isHungUpOn()).isTrue();
        }
        Await.until("both are forgotten", () -> server.connections() == 0);
    }

    @Test
    void hangsUpOnAPublisherThatFallsSilent() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            encoder.publish("live", "KEY");
            ticker.advance(Duration.ofSeconds(20));

            assertThat(encoder.isHungUpOn()).isTrue();
        }
        Await.until("the intake is closed", () -> !relay.intakes().getFirst().isOpen());
    }

    @Test
    void hangsUpWhenThePlaceIsTakenAway() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            encoder.publish("live", "KEY");
            relay.intakes().getFirst().takeAway();

            assertThat(encoder.isHungUpOn()).isTrue();
        }
    }

    @Test
    void saysWhichMediaItDoesNotTake() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            encoder.publish("live", "KEY");
            byte[] vp9 = {(byte) 0x90, 'v', 'p', '0', '9', 0};
            encoder.send(new RtmpMessage(RtmpMessage.VIDEO, 1, 0, vp9));

            assertThat(encoder.awaitStatus().orElseThrow().description())
                    .contains("does not take video in vp09");
        }
    }

    @Test
    void refusesAv1InWordsAndOffersOnlyWhatItTakes() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            encoder.publish("live", "KEY");
            byte[] config = {(byte) 0x90, 'a', 'v', '0', '1', (byte) 0x81, 0, 0, 0};
            encoder.send(new RtmpMessage(RtmpMessage.VIDEO, 1, 0, config));

            assertThat(encoder.awaitStatus().orElseThrow().description())
                    .contains("does not take video in AV1", "set the encoder to H.264 or HEVC");
            assertThat(encoder.isHungUpOn()).isTrue();
        }
        Await.until("the intake is closed", () -> !relay.intakes().getFirst().isOpen());
    }

    @Test
    void turnsAwayMoreThanItMayHold() throws IOException {
        try (var small =
                        open(
                                new RtmpConfig(
                                        0,
                                        9,
                                        9,
                                        9,
                                        2,
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(20)));
                var first = new TestEncoder(small.port()).shakeHands();
                var second = new TestEncoder(small.port()).shakeHands();
                var third = new TestEncoder(small.port())) {
            assertThat(third.isHungUpOn()).isTrue();
            assertThat(small.counts().turnedAway()).isEqualTo(1);
            first.send(RtmpControl.ping(1));
            second.send(RtmpControl.ping(2));
            assertThat(first.receive()).isPresent();
            assertThat(second.receive()).isPresent();
        }
    }

    @Test
    void countsPublishersApartFromThoseWhoHaveShownNoKey() throws IOException {
        var seconds = Duration.ofSeconds(5);
        try (var small = open(new RtmpConfig(0, 9, 1, 9, 2, seconds, seconds));
                var publisher = new TestEncoder(small.port())) {
            publisher.publish("live", "KEY");
            var second = new TestEncoder(small.port());

            assertThat(second.isHungUpOn()).as("another beside the one publisher").isTrue();
            publisher.send(RtmpControl.ping(1));
            assertThat(publisher.receive()).isPresent();
        }
        relay.intakes().clear();
        try (var small = open(new RtmpConfig(0, 9, 9, 9, 2, seconds, seconds));
                var publisher = new TestEncoder(small.port())) {
            publisher.publish("live", "KEY");
            try (var first = new TestEncoder(small.port()).shakeHands();
                    var second = new TestEncoder(small.port()).shakeHands();
                    var third = new TestEncoder(small.port())) {
                assertThat(third.isHungUpOn()).as("a third without a key").isTrue();
                first.send(RtmpControl.ping(1));
                second.send(RtmpControl.ping(2));
                assertThat(first.receive()).isPresent();
                assertThat(second.receive()).isPresent();
            }
        }
    }

    @Test
    void garbageEndsOnlyItsOwnConnection() throws IOException {
        try (var encoder = new TestEncoder(server.port())) {
            encoder.publish("live", "KEY");
            for (var seed = 0; seed < 20; seed++) {
                sendGarbage(seed);
            }

            sendMedia(encoder);

            var intake = relay.intakes().getFirst();
            Await.until("media still come in", () -> intake.bytes().length > 0);
        }
        Await.until("nobody is left", () -> server.connections() == 0);
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatIOException()
                .isThrownBy(() -> open(new RtmpConfig(server.port())))
                .withMessageContaining("TCP port %d for RTMP is taken", server.port());
    }

    private RtmpServer open(RtmpConfig config) throws IOException {
        return new RtmpServer(config, relay, relay, ticker).start();
    }

    private static void sendMedia(TestEncoder encoder) throws IOException {
        encoder.send(new RtmpMessage(RtmpMessage.VIDEO, 1, 0, FlvVideo.avcConfig(AVC)));
        byte[] stereo = {0x11, (byte) 0x90};
        encoder.send(new RtmpMessage(RtmpMessage.AUDIO, 1, 0, FlvAudio.aacConfig(stereo)));
        var picture = FlvVideo.avcFrame(true, 0, KEY_PICTURE);
        encoder.send(new RtmpMessage(RtmpMessage.VIDEO, 1, 0, picture));
    }

    private void sendGarbage(int seed) {
        var random = new Random(seed);
        var garbage = new byte[2_000];
        random.nextBytes(garbage);
        try (var stranger = new TestEncoder(server.port())) {
            if (random.nextBoolean()) {
                stranger.shakeHands();
            }
            stranger.write(garbage);
            stranger.write(garbage);
        } catch (IOException _) {
            // The server may have hung up already.
        }
    }
}
