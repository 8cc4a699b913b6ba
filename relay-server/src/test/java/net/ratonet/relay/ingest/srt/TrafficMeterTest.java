package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import net.ratonet.shared.srt.Sequence;
import net.ratonet.shared.srt.SrtPacket;
import org.junit.jupiter.api.Test;

final class TrafficMeterTest {

    /// So that every test goes over the end of the numbers.
    private static final int FIRST = Sequence.LAST - 4;

    private static final long MILLI = 1_000_000;

    private final TrafficMeter meter = new TrafficMeter(FIRST);

    @Test
    void countsEachPacketOnce() {
        for (var i = 0; i < 10; i++) {
            meter.data(packet(i));
        }
        meter.data(packet(3));

        assertThat(meter.take(1, List.of()).received()).isEqualTo(10);
        assertThat(meter.take(1, List.of()).received()).isZero();
    }

    @Test
    void callsLostWhatNeverCameBeforeItWasConfirmed() {
        arrive(0, 1, 2, 5, 6, 7);
        meter.ack(ack(1, 8, 8_192), 0);

        var statistics = meter.take(1, List.of());

        assertThat(statistics.lost()).isEqualTo(2);
        assertThat(statistics.lossPct()).isEqualTo(25);
        assertThat(meter.take(1, List.of()).lost()).isZero();
    }

    @Test
    void callsNothingLostThatCameAgain() {
        arrive(0, 1, 3);
        meter.data(again(2));
        meter.ack(ack(1, 4, 8_192), 0);

        var statistics = meter.take(1, List.of());

        assertThat(statistics.lost()).isZero();
        assertThat(statistics.retransmitted()).isEqualTo(1);
        assertThat(statistics.received()).isEqualTo(4);
    }

    @Test
    void countsWhatCameTooLateSinceTheBeginning() {
        arrive(0, 1, 3);
        meter.ack(ack(1, 4, 8_192), 0);

        meter.data(again(2));

        assertThat(meter.take(1, List.of()).dropped()).isEqualTo(1);
        assertThat(meter.take(1, List.of()).dropped()).isEqualTo(1);
    }

    @Test
    void callsAnArrivedPacketThatComesAgainLateNeitherDroppedNorReceived() {
        arrive(0, 1, 2);
        meter.ack(ack(1, 3, 8_192), 0);
        meter.take(1, List.of());

        meter.data(again(1));

        assertThat(meter.take(1, List.of()).dropped()).isZero();
    }

    @Test
    void countsWhatIsConfirmedBeyondWhatEverCame() {
        arrive(0);
        meter.ack(ack(1, 5, 8_192), 0);

        assertThat(meter.take(1, List.of()).lost()).isEqualTo(4);
    }

    @Test
    void measuresTheRoundTrip() {
        meter.ack(ack(17, 0, 8_192), 0);
        meter.ackAck(ackAck(17), 40 * MILLI);
        meter.ackAck(ackAck(17), 900 * MILLI);
        meter.ackAck(ackAck(18), 900 * MILLI);

        assertThat(meter.take(1, List.of()).rttMs()).isEqualTo(40);
    }

    @Test
    void measuresNothingByALightConfirmation() {
        meter.ack(ack(0, 0, 8_192).limit(20), 0);
        meter.ackAck(ackAck(0), 40 * MILLI);

        assertThat(meter.take(1, List.of()).rttMs()).isZero();
    }

    @Test
    void tellsHowLongTheBufferIs() {
        for (var i = 0; i < 500; i++) {
            meter.data(packet(i));
        }
        meter.ack(ack(1, 1, 8_192), 0);
        meter.ack(ack(2, 2, 7_942), 0);

        assertThat(meter.take(1, List.of()).receiveBuffer()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void isNotConfusedByNumbersFarAway() {
        meter.data(packet(1_000_000));
        meter.ack(ack(1, 2_000_000, 8_192), 0);
        arrive(0, 1);

        var statistics = meter.take(1, List.of());

        assertThat(statistics.received()).isEqualTo(2);
        assertThat(statistics.lost()).isZero();
    }

    @Test
    void forgetsWhatStoodInAPlaceLongAgo() {
        for (var i = 0; i < 65_536; i++) {
            meter.data(packet(i));
        }
        meter.ack(ack(1, 65_536, 8_192), 0);
        meter.take(1, List.of());

        arrive(65_536, 65_538);
        meter.ack(ack(2, 65_539, 8_192), 0);

        assertThat(meter.take(1, List.of()).lost()).isEqualTo(1);
    }

    private void arrive(int... steps) {
        for (var step : steps) {
            meter.data(packet(step));
        }
    }

    private static ByteBuffer packet(int step) {
        return SrtPacket.putData(ByteBuffer.allocate(20), Sequence.plus(FIRST, step), 1, 0, 9)
                .putInt(0)
                .flip();
    }

    private static ByteBuffer again(int step) {
        var packet = packet(step);
        SrtPacket.markRetransmitted(packet);
        return packet;
    }

    private static ByteBuffer ack(int number, int step, int room) {
        return SrtPacket.putControl(ByteBuffer.allocate(44), SrtPacket.ACK, number, 0, 9)
                .putInt(Sequence.plus(FIRST, step))
                .putInt(100_000)
                .putInt(50_000)
                .putInt(room)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .flip();
    }

    private static ByteBuffer ackAck(int number) {
        return SrtPacket.putControl(ByteBuffer.allocate(20), SrtPacket.ACKACK, number, 0, 9)
                .putInt(0)
                .flip();
    }
}
