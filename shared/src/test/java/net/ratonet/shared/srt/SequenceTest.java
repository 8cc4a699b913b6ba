package net.ratonet.shared.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SequenceTest {

    @Test
    void beginsAgainAfterTheLast() {
        assertThat(Sequence.next(Sequence.LAST)).isZero();
        assertThat(Sequence.plus(Sequence.LAST, 3)).isEqualTo(2);
        assertThat(Sequence.plus(1, -3)).isEqualTo(Sequence.LAST - 1);
    }

    @Test
    void measuresTheShorterWayRound() {
        assertThat(Sequence.distance(Sequence.LAST, 0)).isEqualTo(1);
        assertThat(Sequence.distance(0, Sequence.LAST)).isEqualTo(-1);
        assertThat(Sequence.distance(5, 5)).isZero();
        assertThat(Sequence.distance(0, 0x3FFF_FFFF)).isEqualTo(0x3FFF_FFFF);
    }

    @Test
    void ordersAcrossTheWrap() {
        assertThat(Sequence.isAfter(3, Sequence.LAST - 3)).isTrue();
        assertThat(Sequence.isAfter(Sequence.LAST - 3, 3)).isFalse();
        assertThat(Sequence.isAfter(3, 3)).isFalse();
    }

    @Test
    void findsBackWhateverTheStart() {
        var random = new Random(1);

        for (var i = 0; i < 10_000; i++) {
            var start = random.nextInt() & Sequence.LAST;
            var steps = random.nextInt(-0x3FFF_FFFF, 0x3FFF_FFFF);

            assertThat(Sequence.distance(start, Sequence.plus(start, steps))).isEqualTo(steps);
        }
    }
}
