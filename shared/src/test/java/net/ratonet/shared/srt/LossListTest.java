package net.ratonet.shared.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.ratonet.shared.testing.Hex;
import org.junit.jupiter.api.Test;

final class LossListTest {

    private static final String HEADER = "80030000 00000000 00003454 34effe15";

    private final List<String> shown = new ArrayList<>();

    @Test
    void showsSinglesAndRanges() {
        var nak = Hex.packet(HEADER + "00000005 80000010 00000020 00000030");

        var count = LossList.walk(nak, 1_000, this::show);

        assertThat(shown).containsExactly("5-5", "16-32", "48-48");
        assertThat(count).isEqualTo(1 + 17 + 1);
    }

    @Test
    void showsARangeAcrossTheWrap() {
        var nak = Hex.packet(HEADER + "fffffffe 00000001");

        var count = LossList.walk(nak, 1_000, this::show);

        assertThat(shown).containsExactly("2147483646-1");
        assertThat(count).isEqualTo(4);
    }

    @Test
    void stopsWithinAVastRange() {
        var nak = Hex.packet(HEADER + "00000005 80000010 00100010 00200000");

        var count = LossList.walk(nak, 1_000, this::show);

        assertThat(shown).containsExactly("5-5", "16-1014");
        assertThat(count).isEqualTo(1_000);
    }

    @Test
    void skipsWhatMakesNoSense() {
        var backwards = Hex.packet(HEADER + "80000020 00000010 00000007");
        var cutOff = Hex.packet(HEADER + "00000005 80000010");
        var empty = Hex.packet("8003");

        LossList.walk(backwards, 1_000, this::show);
        LossList.walk(cutOff, 1_000, this::show);
        LossList.walk(empty, 1_000, this::show);

        assertThat(shown).containsExactly("7-7", "5-5");
    }

    @Test
    void writesNothingWhereThereIsNoRoom() {
        var small = ByteBuffer.allocate(7);

        assertThat(LossList.put(small, 1, 2)).isFalse();
        assertThat(LossList.put(small, 3, 3)).isTrue();
        assertThat(LossList.put(small, 4, 4)).isFalse();
        assertThat(small.position()).isEqualTo(4);
    }

    @Test
    void readsBackWhatItWrote() {
        var random = new Random(3);
        var expected = new ArrayList<String>();
        var nak = SrtPacket.putControl(ByteBuffer.allocate(1_456), SrtPacket.NAK, 0, 0, 0);
        for (var i = 0; i < 100; i++) {
            var first = random.nextInt() & Sequence.LAST;
            var last = Sequence.plus(first, random.nextInt(5));
            LossList.put(nak, first, last);
            expected.add(first + "-" + last);
        }

        LossList.walk(nak.flip(), 1_000, this::show);

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void walksAnyBytesWithinItsLimit() {
        var random = new Random(4);

        for (var i = 0; i < 5_000; i++) {
            var bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            var seen = new int[1];

            var count =
                    LossList.walk(
                            ByteBuffer.wrap(bytes),
                            500,
                            (first, last) -> seen[0] += Sequence.distance(first, last) + 1);

            assertThat(count).isEqualTo(seen[0]).isBetween(0, 500);
        }
    }

    private void show(int first, int last) {
        shown.add(first + "-" + last);
    }
}
