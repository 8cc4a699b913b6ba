package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BeepTest {

    @Test
    void soundsForATenthOfEachSecond() {
        var second = new float[Beep.SAMPLE_RATE];

        Beep.fill(second, 7L * Beep.SAMPLE_RATE);

        assertThat(loudest(second, 0, 4_800)).isBetween(0.19f, 0.21f);
        assertThat(loudest(second, 4_800, 48_000)).isZero();
    }

    @Test
    void goesOnWhereTheLastSamplesEnded() {
        var whole = new float[2_048];
        var half = new float[1_024];

        Beep.fill(whole, 0);
        Beep.fill(half, 1_024);

        assertThat(half[5]).isEqualTo(whole[1_029]);
    }

    private static float loudest(float[] samples, int from, int to) {
        var loudest = 0f;
        for (var index = from; index < to; index++) {
            loudest = Math.max(loudest, Math.abs(samples[index]));
        }
        return loudest;
    }
}
