package net.ratonet.station.bonding.rate;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.telemetry.Bitrate;
import org.junit.jupiter.api.Test;

final class PictureAdviceTest {

    @Test
    void leavesAPictureThatFits() {
        assertThat(PictureAdvice.below(Bitrate.ofKbps(4_000), 1_080, 30)).isEmpty();
    }

    @Test
    void halvesTheFrameRateFirst() {
        assertThat(PictureAdvice.below(Bitrate.ofKbps(2_000), 1_080, 60))
                .contains(new PictureAdvice(1_080, 30));
    }

    @Test
    void makesThePictureSmaller() {
        assertThat(PictureAdvice.below(Bitrate.ofKbps(900), 1_080, 30))
                .contains(new PictureAdvice(720, 30));
        assertThat(PictureAdvice.below(Bitrate.ofKbps(400), 1_080, 60))
                .contains(new PictureAdvice(480, 30));
    }

    @Test
    void knowsNothingSmallerThanTheSmallest() {
        assertThat(PictureAdvice.below(Bitrate.ofKbps(20), 720, 30))
                .contains(new PictureAdvice(360, 30));
        assertThat(PictureAdvice.below(Bitrate.ofKbps(20), 360, 30)).isEmpty();
    }
}
