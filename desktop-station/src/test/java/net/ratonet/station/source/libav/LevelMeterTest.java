package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.ratonet.station.source.FeedReading;
import org.junit.jupiter.api.Test;

final class LevelMeterTest {

    private final LevelMeter meter = new LevelMeter();

    @Test
    void hearsNothingInSilence() {
        meter.hear(new float[][] {{0, 0}, {0, 0}});

        assertThat(meter.peakDb()).isEqualTo(FeedReading.SILENCE_DB);
        assertThat(meter.rmsDb()).isEqualTo(FeedReading.SILENCE_DB);
    }

    @Test
    void measuresFullScaleAsZero() {
        meter.hear(new float[][] {{1, -1}, {1, -1}});

        assertThat(meter.peakDb()).isEqualTo(0);
        assertThat(meter.rmsDb()).isEqualTo(0);
    }

    @Test
    void keepsThePeakOfOneChannelAndTheLoudnessOfBoth() {
        meter.hear(new float[][] {{.5f, -.5f}, {0, 0}});

        assertThat(meter.peakDb()).isCloseTo(-6.02, within(.01));
        assertThat(meter.rmsDb()).isCloseTo(-9.03, within(.01));
    }

    @Test
    void forgetsTheLastSecond() {
        meter.hear(new float[][] {{1}, {1}});

        meter.reset();

        assertThat(meter.peakDb()).isEqualTo(FeedReading.SILENCE_DB);
        assertThat(meter.rmsDb()).isEqualTo(FeedReading.SILENCE_DB);
    }
}
