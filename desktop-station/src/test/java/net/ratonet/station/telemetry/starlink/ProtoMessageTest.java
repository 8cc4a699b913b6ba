package net.ratonet.station.telemetry.starlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import net.ratonet.shared.wire.Decoded;
import org.junit.jupiter.api.Test;

final class ProtoMessageTest {

    @Test
    void readsEveryKindOfField() {
        var message =
                parse(
                        0x08, 0x96, 0x01, // 1: 150
                        0x15, 0x00, 0x00, 0x20, 0x41, // 2: 10.0f
                        0x19, 0, 0, 0, 0, 0, 0, 0x24, 0x40, // 3: 10.0
                        0x22, 0x02, 'o', 'k', // 4: "ok"
                        0x2A, 0x02, 0x08, 0x07); // 5: {1: 7}

        assertThat(message.number(1)).isEqualTo(OptionalLong.of(150));
        assertThat(message.real(2)).isEqualTo(OptionalDouble.of(10));
        assertThat(message.real(3)).isEqualTo(OptionalDouble.of(10));
        assertThat(message.texts(4)).containsExactly("ok");
        assertThat(message.message(5).orElseThrow().number(1)).isEqualTo(OptionalLong.of(7));
    }

    @Test
    void findsNothingOfAnotherKind() {
        var message = parse(0x08, 0x96, 0x01);

        assertThat(message.real(1)).isEmpty();
        assertThat(message.message(1)).isEmpty();
        assertThat(message.number(2)).isEmpty();
    }

    @Test
    void refusesWhatIsCutOff() {
        assertThat(ProtoMessage.parse(bytes(0x22, 0x05, 'o')))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(ProtoMessage.parse(bytes(0x08))).isInstanceOf(Decoded.Malformed.class);
        assertThat(ProtoMessage.parse(bytes(0x0B))).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void readsBackWhatIsWritten() {
        var inner = new ProtoWriter().text(1, "x".repeat(300)).toBytes();
        var message = parse(new ProtoWriter().bytes(1_004, inner).toBytes());

        assertThat(message.message(1_004).orElseThrow().texts(1)).containsExactly("x".repeat(300));
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);

            assertThat(ProtoMessage.parse(bytes)).isNotNull();
        }
    }

    private static ProtoMessage parse(int... values) {
        return parse(bytes(values));
    }

    private static ProtoMessage parse(byte[] bytes) {
        return switch (ProtoMessage.parse(bytes)) {
            case Decoded.Accepted<ProtoMessage>(var message) -> message;
            case Decoded.Refused<ProtoMessage> refused -> throw new AssertionError(refused);
            case Decoded.Malformed<ProtoMessage> malformed -> throw new AssertionError(malformed);
        };
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
