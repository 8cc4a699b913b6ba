package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SoundBufferTest {

    private static final int CUSHION = 4_800;
    private static final int MOST = 24_000;

    private final SoundBuffer buffer = new SoundBuffer();
    private final float[][] taken = new float[SoundBuffer.CHANNELS][1_024];

    @Test
    void staysSilentUntilThereIsACushion() {
        put(CUSHION - 1, 1);
        assertThat(take()).isZero();

        put(1, 1);
        assertThat(take()).isEqualTo(1);
    }

    @Test
    void givesWhatCameInInOrderForBothChannels() {
        var samples = new float[SoundBuffer.CHANNELS][CUSHION];
        for (var index = 0; index < CUSHION; index++) {
            samples[0][index] = index;
            samples[1][index] = -index;
        }
        buffer.put(samples, CUSHION);

        buffer.take(taken);
        buffer.take(taken);

        assertThat(taken[0][0]).isEqualTo(1_024);
        assertThat(taken[1][1_023]).isEqualTo(-2_047);
    }

    @Test
    void fallsSilentWhenNothingFollowsAndGathersANewCushion() {
        put(CUSHION, 1);
        for (var round = 0; round < 4; round++) {
            assertThat(take()).isEqualTo(1);
        }

        assertThat(take()).isZero();
        put(1_024, 1);
        assertThat(take()).isZero();
    }

    @Test
    void leavesOutTheOldestWhenTooMuchComes() {
        put(MOST, 1);
        put(CUSHION, 2);

        assertThat(take()).isEqualTo(2);
    }

    private void put(int count, float value) {
        var samples = new float[SoundBuffer.CHANNELS][count];
        Arrays.stream(samples).forEach(channel -> Arrays.fill(channel, value));
        buffer.put(samples, count);
    }

    private float take() {
        buffer.take(taken);
        return taken[0][0];
    }
}
