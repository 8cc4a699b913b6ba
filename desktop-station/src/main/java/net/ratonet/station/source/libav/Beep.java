package net.ratonet.station.source.libav;

/// A tone of 1 kHz for a tenth of each second, as samples.
final class Beep {

    static final int SAMPLE_RATE = 48_000;

    private static final int BEEP_SAMPLES = SAMPLE_RATE / 10;
    private static final double RADIANS_PER_SAMPLE = 2 * Math.PI * 1_000 / SAMPLE_RATE;
    private static final double LOUDNESS = 0.2;

    private Beep() {}

    /// The samples from this one on.
    static void fill(float[] samples, long firstSample) {
        for (var index = 0; index < samples.length; index++) {
            samples[index] = sample(firstSample + index);
        }
    }

    static boolean soundsAt(long sample) {
        return sample % SAMPLE_RATE < BEEP_SAMPLES;
    }

    private static float sample(long number) {
        return soundsAt(number)
                ? (float) (LOUDNESS * Math.sin(RADIANS_PER_SAMPLE * (number % SAMPLE_RATE)))
                : 0;
    }
}
