package net.ratonet.station.bonding.rate;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.telemetry.Bitrate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PicturePaceTest {

    private PicturePace pace = PicturePace.ALL;
    private long nowNanos;

    @ParameterizedTest
    @CsvSource({
        "4000, 1080, 30, 1",
        "800, 1080, 30, 1",
        "700, 1080, 30, 2",
        "100, 1080, 30, 2",
        "1400, 720, 60, 1",
        "1300, 720, 60, 2",
        "300, 720, 60, 4",
        "10, 720, 15, 1",
        "10, 720, 25, 2"
    })
    void knowsHowManyPicturesABitrateBears(long kbps, int height, int frames, int every) {
        assertThat(PictureAdvice.everyNth(Bitrate.ofKbps((double) kbps), height, frames))
                .isEqualTo(every);
    }

    @Test
    void stepsDownOnlyWhenTheBitrateStaysLow() {
        pass(4, 500);
        pass(1, 4_000);
        pass(5, 500);
        assertThat(pace.every()).isEqualTo(1);

        pass(1, 500);
        assertThat(pace.every()).isEqualTo(2);
    }

    @Test
    void goesBackOnlyAfterTwentySecondsWellAboveTheBound() {
        pass(6, 500);

        pass(60, 900);
        assertThat(pace.every()).as("900 is not well above 778").isEqualTo(2);
        pass(15, 2_000);
        pass(1, 700);
        pass(20, 2_000);
        assertThat(pace.every()).isEqualTo(2);

        pass(1, 2_000);
        assertThat(pace.every()).isEqualTo(1);
    }

    @Test
    void neverSwingsWithABitrateThatDoes() {
        var changes = 0;
        for (var second = 0; second < 600; second++) {
            var before = pace.every();
            pass(1, second % 8 < 4 ? 500 : 4_000);
            changes += pace.every() == before ? 0 : 1;
        }

        assertThat(changes).isZero();
    }

    /// So many seconds of 1080p30 at this rate.
    private void pass(int seconds, int kbps) {
        for (var second = 0; second < seconds; second++) {
            pace = pace.on(Bitrate.ofKbps((double) kbps), 1_080, 30, nowNanos);
            nowNanos += 1_000_000_000L;
        }
    }
}
