package net.ratonet.relay.ingest.srt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HandshakeCodecTest {

    @Test
    void readsTheInductionThatReceiversProbeWith() {
        var probe = ByteBuffer.allocate(64);
        probe.putInt(0, 0x8000_0000).putInt(16, 4).putShort(22, (short) 2).putInt(36, 1);

        var read = HandshakeCodec.read(probe).orElseThrow();

        assertThat(read.isInduction()).isTrue();
        assertThat(read.version()).isEqualTo(4);
    }

    @Test
    void answersAnInductionLikeAListenerOfVersionFive() {
        var answer = Handshakes.packet(Handshakes.induction(0xCAFE).greeted(0xBEEF));

        assertThat(answer.remaining()).isEqualTo(64);
        assertThat(answer.getInt(12)).isEqualTo(0xCAFE);
        assertThat(answer.getInt(16)).isEqualTo(5);
        assertThat(answer.getInt(20)).isEqualTo(0x4A17);
        assertThat(answer.getInt(36)).isEqualTo(1);
        assertThat(answer.getInt(44)).isEqualTo(0xBEEF);
    }

    @ParameterizedTest
    @CsvSource({"400,500", "800,800", "100000,65535"})
    void asksForNoLessLatencyThanIsWanted(long leastMillis, int asked) {
        var wish = Handshakes.conclusion(1, 2, "live/key");

        var raised = wish.withLeastLatency(Duration.ofMillis(leastMillis));

        var terms = raised.extension(HandshakeExtension.HSREQ).orElseThrow().content();
        assertThat(Short.toUnsignedInt(ByteBuffer.wrap(terms).getShort(8))).isEqualTo(asked);
        assertThat(Short.toUnsignedInt(ByteBuffer.wrap(terms).getShort(10))).isEqualTo(asked);
        assertThat(raised.streamId()).isEqualTo(wish.streamId());
    }

    @Test
    void readsTheStreamIdInItsTurnedWords() {
        var content = Handshakes.hex("6c627570 2f687369 6576696c 6565662f 00003164");
        var handshake =
                Handshakes.conclusion(1, 2, "").extensions().stream()
                        .findFirst()
                        .map(first ->
                                new Handshake(
                                        0,
                                        5,
                                        0,
                                        5,
                                        new FlowTerms(1, 1_500, 8_192),
                                        Handshake.CONCLUSION,
                                        1,
                                        2,
                                        List.of(
                                                first,
                                                new HandshakeExtension(
                                                        HandshakeExtension.STREAM_ID, content))))
                        .orElseThrow();

        assertThat(handshake.streamId()).contains("publish/live/feed1");
    }

    @Test
    void writesWhatItReadsAndKeepsUnknownExtensions() {
        var unknown = new HandshakeExtension(77, new byte[] {1, 2, 3, 4});
        var handshake = Handshakes.conclusion(5, 6, "live/key", unknown);

        var read = HandshakeCodec.read(Handshakes.packet(handshake));

        assertThat(read).contains(handshake);
    }

    @Test
    void showsAnAddressInTurnedWords() {
        var packet =
                HandshakeCodec.write(
                        Handshakes.induction(1), InetAddress.ofLiteral("127.0.0.1"), 0);

        assertThat(packet.getInt(48)).isEqualTo(0x0100_007F);
        assertThat(packet.getLong(52)).isZero();
    }

    @Test
    void writesARejectionAboveAThousand() {
        var packet =
                Handshakes.packet(
                        Handshakes.conclusion(9, 1, "x").rejected(Rejection.UNAUTHORIZED));

        assertThat(packet.remaining()).isEqualTo(64);
        assertThat(packet.getInt(36)).isEqualTo(2_401);
        assertThat(packet.getInt(12)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 63, 66, 70, 80})
    void takesNoPartOfAHandshake(int length) {
        var whole = Handshakes.packet(Handshakes.conclusion(5, 6, "publish/live/key"));

        var read = HandshakeCodec.read(whole.limit(length));

        assertThat(read.map(Handshake::streamId).flatMap(id -> id)).isEmpty();
    }

    @Test
    void takesNoExtensionThatIsLongerThanThePacket() {
        var packet = Handshakes.packet(Handshakes.conclusion(5, 6, "publish/live/key"));
        packet.putShort(66, (short) 0xFFFF);

        assertThat(HandshakeCodec.read(packet)).isEqualTo(Optional.empty());
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(7);

        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(1_600)];
            random.nextBytes(bytes);
            var packet = ByteBuffer.wrap(bytes);
            if (bytes.length >= 40 && i % 2 == 0) {
                packet.putInt(0, 0x8000_0000).putInt(16, 5).putInt(36, -1);
            }

            assertThat(HandshakeCodec.read(packet)).isNotNull();
            assertThat(packet.position()).isZero();
        }
    }
}
