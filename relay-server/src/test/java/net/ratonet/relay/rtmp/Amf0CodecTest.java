package net.ratonet.relay.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Amf0CodecTest {

    @Test
    void readsWhatItWrote() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var values = new ArrayList<AmfValue>();
            for (var i = 0; i < 5; i++) {
                values.add(randomValue(random, 0));
            }

            var reading = Amf0Codec.decode(Amf0Codec.encode(values));

            assertThat(reading).as("seed %d", seed).isEqualTo(new AmfReading.Values(values));
        }
    }

    @Test
    void readsTextsLongerThan64Kb() {
        var value = AmfValue.text("x".repeat(70_000));

        var reading = Amf0Codec.decode(Amf0Codec.encode(List.of(value)));

        assertThat(reading).isEqualTo(new AmfReading.Values(List.of(value)));
    }

    @Test
    void readsDatesAndTypedObjects() {
        var bytes =
                HexFormat.of()
                        .parseHex("0b" + "4059000000000000" + "0000" + "10" + "000141" + "000009");

        var reading = Amf0Codec.decode(bytes);

        assertThat(reading)
                .isEqualTo(
                        new AmfReading.Values(
                                List.of(AmfValue.num(100), new AmfValue.Named(Map.of(), false))));
    }

    @Test
    void refusesDeepNesting() {
        var bytes = HexFormat.of().parseHex("03000161".repeat(50));

        assertThat(Amf0Codec.decode(bytes))
                .isEqualTo(new AmfReading.Malformed("values nested deeper than 8"));
    }

    @Test
    void refusesArraysThatAreLongerThanTheirMessage() {
        assertThat(Amf0Codec.decode(HexFormat.of().parseHex("0a7fffffff")))
                .isInstanceOf(AmfReading.Malformed.class);
        assertThat(Amf0Codec.decode(HexFormat.of().parseHex("0c7fffffff")))
                .isInstanceOf(AmfReading.Malformed.class);
        assertThat(Amf0Codec.decode(HexFormat.of().parseHex("0cffffffff")))
                .isInstanceOf(AmfReading.Malformed.class);
    }

    @Test
    void bearsGarbage() {
        for (var seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var garbage = new byte[random.nextInt(64)];
            for (var i = 0; i < garbage.length; i++) {
                garbage[i] = (byte) random.nextInt(random.nextBoolean() ? 17 : 256);
            }

            assertThat(Amf0Codec.decode(garbage)).isNotNull();
        }
    }

    @Test
    void readsCommandsInBothForms() {
        var command = Command.of("connect", 1, AmfValue.nothing(), AmfValue.text("KEY"));
        var plain = command.encode(0);
        var other = new byte[plain.payload().length + 1];
        System.arraycopy(plain.payload(), 0, other, 1, plain.payload().length);

        assertThat(Command.decode(plain)).contains(command);
        assertThat(Command.decode(new RtmpMessage(RtmpMessage.COMMAND_AMF3, 0, 0, other)))
                .contains(command);
        assertThat(Command.decode(new RtmpMessage(RtmpMessage.COMMAND_AMF3, 0, 0, new byte[0])))
                .isEmpty();
        assertThat(command.toString()).doesNotContain("KEY");
    }

    private static AmfValue randomValue(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> AmfValue.num(random.nextGaussian());
            case 1 -> new AmfValue.Bool(random.nextBoolean());
            case 2 -> AmfValue.text("é" + random.nextInt());
            case 3 -> AmfValue.nothing();
            case 4 -> new AmfValue.Undefined();
            case 5 -> new AmfValue.Items(List.of(randomValue(random, depth + 1)));
            default -> {
                var named = new LinkedHashMap<String, AmfValue>();
                named.put("a", randomValue(random, depth + 1));
                named.put("b", randomValue(random, depth + 1));
                yield new AmfValue.Named(named, random.nextBoolean());
            }
        };
    }
}
