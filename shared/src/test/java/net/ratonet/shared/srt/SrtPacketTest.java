package net.ratonet.shared.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import net.ratonet.shared.testing.Hex;
import org.junit.jupiter.api.Test;

final class SrtPacketTest {

    private static final String ACK =
            "80020000 00000001 00003454 34effe15 279c7260 000186a0 0000c350 0000fffd 00000001"
                    + " 000003e8 000005dc";

    @Test
    void readsTheFirstDataPacketOfACapture() {
        var packet = Hex.packet("279c725e e0000001 00000123 34effe15 47");

        assertThat(SrtPacket.isSrt(packet)).isTrue();
        assertThat(SrtPacket.isData(packet)).isTrue();
        assertThat(SrtPacket.isControl(packet)).isFalse();
        assertThat(SrtPacket.sequence(packet)).isEqualTo(0x279c725e);
        assertThat(SrtPacket.messageNumber(packet)).isEqualTo(1);
        assertThat(SrtPacket.isRetransmitted(packet)).isFalse();
        assertThat(SrtPacket.encryption(packet)).isEqualTo(SrtPacket.CLEAR);
        assertThat(SrtPacket.timestampMicros(packet)).isEqualTo(0x123);
        assertThat(SrtPacket.destination(packet)).isEqualTo(0x34effe15);
    }

    @Test
    void tellsARetransmittedAndEncryptedPacket() {
        var packet = Hex.packet("279c725e f4000001 ffffffff 34effe15");

        assertThat(SrtPacket.isRetransmitted(packet)).isTrue();
        assertThat(SrtPacket.encryption(packet)).isEqualTo(SrtPacket.ODD_KEY);
        assertThat(SrtPacket.timestampMicros(packet)).isEqualTo(4_294_967_295L);
    }

    @Test
    void readsTheFullAckOfACapture() {
        var packet = Hex.packet(ACK);

        assertThat(SrtPacket.isControl(packet, SrtPacket.ACK)).isTrue();
        assertThat(SrtPacket.isData(packet)).isFalse();
        assertThat(SrtPacket.ackNumber(packet)).isEqualTo(1);
        assertThat(SrtPacket.lastAcknowledged(packet)).isEqualTo(0x279c7260);
        assertThat(SrtPacket.ackRttMicros(packet)).isEqualTo(100_000);
        assertThat(SrtPacket.destination(packet)).isEqualTo(0x34effe15);
    }

    @Test
    void findsNoRoundTripInALightAck() {
        var packet = Hex.packet("80020000 00000000 00003454 34effe15 279c7260");

        assertThat(SrtPacket.lastAcknowledged(packet)).isEqualTo(0x279c7260);
        assertThat(SrtPacket.ackRttMicros(packet)).isZero();
    }

    @Test
    void readsAnAckAck() {
        var packet = Hex.packet("80060000 00000001 00003454 34effe15 00000000");

        assertThat(SrtPacket.controlType(packet)).isEqualTo(SrtPacket.ACKACK);
        assertThat(SrtPacket.ackNumber(packet)).isEqualTo(1);
    }

    @Test
    void readsTheSubtypeOfAnExtension() {
        var packet = Hex.packet("ffff0003 00000000 00000000 00000000");

        assertThat(SrtPacket.isControl(packet, SrtPacket.USER)).isTrue();
        assertThat(SrtPacket.subtype(packet)).isEqualTo(3);
    }

    @Test
    void takesNeitherSrtlaNorAPieceOfAPacketForSrt() {
        assertThat(SrtPacket.isSrt(Hex.packet("9000" + "00".repeat(30)))).isFalse();
        assertThat(SrtPacket.isSrt(Hex.packet("9300" + "00".repeat(30)))).isFalse();
        assertThat(SrtPacket.isSrt(Hex.packet("279c725e e0000001 00000123 34effe"))).isFalse();
    }

    @Test
    void changesOnlyTheDestination() {
        var packet = Hex.packet(ACK);

        SrtPacket.setDestination(packet, 0xCAFEBABE);

        assertThat(SrtPacket.destination(packet)).isEqualTo(0xCAFEBABE);
        assertThat(Hex.of(packet))
                .isEqualTo(Hex.of(Hex.packet(ACK)).replace("34effe15", "cafebabe"));
    }

    @Test
    void changesOnlyTheKey() {
        var packet = Hex.packet("279c725e e4000001 00000123 34effe15");

        SrtPacket.setEncryption(packet, SrtPacket.EVEN_KEY);

        assertThat(Hex.of(packet)).isEqualTo("279c725eec0000010000012334effe15");
        assertThat(SrtPacket.encryption(packet)).isEqualTo(SrtPacket.EVEN_KEY);

        SrtPacket.setEncryption(packet, SrtPacket.CLEAR);

        assertThat(Hex.of(packet)).isEqualTo("279c725ee40000010000012334effe15");
    }

    @Test
    void writesWhatItReads() {
        var data = SrtPacket.putData(ByteBuffer.allocate(16), 7, 9, 11, 13).flip();
        SrtPacket.markRetransmitted(data);
        var control =
                SrtPacket.putControl(ByteBuffer.allocate(16), SrtPacket.NAK, 5, 11, 13).flip();

        assertThat(Hex.of(data)).isEqualTo("00000007e40000090000000b0000000d");
        assertThat(Hex.of(control)).isEqualTo("80030000000000050000000b0000000d");
    }

    @Test
    void readsAnythingOfAnyLength() {
        var random = new Random(2);

        for (var i = 0; i < 20_000; i++) {
            var packet = randomPacket(random);

            assertThat(SrtPacket.isData(packet) && SrtPacket.isControl(packet)).isFalse();
            assertThat(SrtPacket.sequence(packet)).isNotNegative();
            assertThat(SrtPacket.lastAcknowledged(packet)).isNotNegative();
            assertThat(SrtPacket.ackRttMicros(packet)).isNotNegative();
            assertThat(SrtPacket.timestampMicros(packet)).isBetween(0L, 0xFFFF_FFFFL);
            assertThat(SrtPacket.controlType(packet)).isBetween(0, SrtPacket.USER);
            assertThat(SrtPacket.encryption(packet)).isBetween(0, 3);
            assertThat(packet.position()).isEqualTo(3);
        }
    }

    private static ByteBuffer randomPacket(Random random) {
        var bytes = new byte[3 + random.nextInt(48)];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes).position(3);
    }
}
