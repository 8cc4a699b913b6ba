package net.ratonet.lab.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.ratonet.shared.srt.LossList;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SequenceShiftTest {

    private static final int FIRST = 434_023_560;
    private static final int BEFORE_THE_WRAP = 10;

    private final SequenceShift shift = new SequenceShift(BEFORE_THE_WRAP);

    @BeforeEach
    void shakeHands() {
        shift.outwards(handshake());
    }

    @Test
    void theTenthPacketAfterTheFirstHasTheLastNumber() {
        var last = data(FIRST + BEFORE_THE_WRAP);
        var next = data(FIRST + BEFORE_THE_WRAP + 1);

        shift.outwards(last);
        shift.outwards(next);

        assertThat(SrtPacket.sequence(last)).isEqualTo(Sequence.LAST);
        assertThat(SrtPacket.sequence(next)).isZero();
    }

    @Test
    void theEncoderReadsItsOwnNumbersInWhatTheReceiverAcknowledges() {
        var ack = control(SrtPacket.ACK).putInt(3).flip();

        shift.inwards(ack);

        assertThat(SrtPacket.lastAcknowledged(ack)).isEqualTo(FIRST + BEFORE_THE_WRAP + 4);
    }

    @Test
    void aReportedRangeStaysARangeThoughItCrossesTheWrap() {
        var nak = control(SrtPacket.NAK);
        LossList.put(nak, Sequence.LAST, 1);
        nak.flip();

        shift.inwards(nak);

        LossList.walk(
                nak,
                100,
                (first, last) -> {
                    assertThat(first).isEqualTo(FIRST + BEFORE_THE_WRAP);
                    assertThat(last).isEqualTo(FIRST + BEFORE_THE_WRAP + 2);
                });
        assertThat(LossList.walk(nak, 100, (_, _) -> {})).isEqualTo(3);
    }

    @Test
    void whatSpeaksOfNoNumberStaysAsItIs() {
        var keepalive = control(SrtPacket.KEEPALIVE).putInt(0).flip();
        var before = ByteBuffer.allocate(64).put(keepalive.duplicate()).flip();

        shift.outwards(keepalive);

        assertThat(keepalive).isEqualTo(before);
    }

    private static ByteBuffer handshake() {
        return control(SrtPacket.HANDSHAKE).putInt(4).putInt(0).putInt(FIRST).flip();
    }

    private static ByteBuffer control(int type) {
        return SrtPacket.putControl(ByteBuffer.allocate(64), type, 0, 0, 0);
    }

    private static ByteBuffer data(int sequence) {
        return SrtPacket.putData(ByteBuffer.allocate(64), sequence, 1, 0, 0).flip();
    }
}
