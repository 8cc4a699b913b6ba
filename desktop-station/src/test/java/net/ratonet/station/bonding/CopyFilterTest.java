package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.SrtPacket;
import org.junit.jupiter.api.Test;

final class CopyFilterTest {

    private final CopyFilter filter = new CopyFilter();

    @Test
    void dropsCopiesAndWhatCameTooLate() {
        assertThat(filter.isNewAck(ack(7, 100))).isTrue();
        assertThat(filter.isNewAck(ack(7, 100))).isFalse();
        assertThat(filter.isNewAck(ack(8, 110))).isTrue();
        assertThat(filter.isNewAck(ack(7, 100))).isFalse();
    }

    @Test
    void comparesLightAcknowledgementsByWhatTheyConfirm() {
        filter.isNewAck(ack(7, 100));

        assertThat(filter.isNewAck(ack(0, 164))).isTrue();
        assertThat(filter.isNewAck(ack(0, 164))).isFalse();
        assertThat(filter.isNewAck(ack(8, 164))).isTrue();
    }

    @Test
    void survivesTheWrapOfBothNumbers() {
        filter.isNewAck(ack(Integer.MAX_VALUE, 0x7FFF_FFFF));

        assertThat(filter.isNewAck(ack(Integer.MIN_VALUE, 5))).isTrue();
    }

    @Test
    void beginsAnewForAnotherConnection() {
        filter.isNewAck(ack(70, 1_000));

        filter.reset();

        assertThat(filter.isNewAck(ack(1, 20))).isTrue();
    }

    @Test
    void knowsACopyOfALossReport() {
        assertThat(filter.isNewNak(nak(5, 100))).isTrue();
        assertThat(filter.isNewNak(nak(5, 100))).isFalse();
        assertThat(filter.isNewNak(nak(6, 100))).isTrue();
        assertThat(filter.isNewNak(nak(6, 101))).isTrue();
    }

    private static ByteBuffer ack(int number, int confirmed) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), SrtPacket.ACK, number, 1, 9)
                .putInt(confirmed)
                .flip();
    }

    private static ByteBuffer nak(long time, int lost) {
        var packet = SrtPacket.putControl(ByteBuffer.allocate(20), SrtPacket.NAK, 0, time, 9);
        LossList.put(packet, lost, lost);
        return packet.flip();
    }
}
