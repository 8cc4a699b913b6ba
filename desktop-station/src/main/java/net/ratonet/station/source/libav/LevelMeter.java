package net.ratonet.station.source.libav;

import net.ratonet.station.source.FeedReading;

/// Measures how loud the sound is that leaves. Owned by the encoder's thread.
final class LevelMeter {

    private double peak;
    private double squares;
    private long count;

    void hear(float[][] channels) {
        for (var samples : channels) {
            for (var sample : samples) {
                peak = Math.max(peak, Math.abs(sample));
                squares += sample * sample;
            }
            count += samples.length;
        }
    }

    double peakDb() {
        return decibels(peak);
    }

    double rmsDb() {
        return count == 0 ? FeedReading.SILENCE_DB : decibels(Math.sqrt(squares / count));
    }

    void reset() {
        peak = 0;
        squares = 0;
        count = 0;
    }

    private static double decibels(double amplitude) {
        return Math.max(FeedReading.SILENCE_DB, 20 * Math.log10(amplitude));
    }
}
