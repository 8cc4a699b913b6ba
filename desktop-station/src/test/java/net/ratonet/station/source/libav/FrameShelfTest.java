package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.station.config.Resolution;
import org.junit.jupiter.api.Test;

final class FrameShelfTest {

    private final FrameShelf shelf = new FrameShelf(new Resolution(64, 64));

    @Test
    void showsTheNewestPictureUntilThereIsANewerOne() {
        publish(1, 100);
        publish(2, 200);

        assertThat(brightness(shelf.take())).isEqualTo(2);
        assertThat(brightness(shelf.take())).isEqualTo(2);
    }

    @Test
    void neverFillsThePictureThatIsShown() {
        publish(1, 100);
        var shown = shelf.take();

        publish(2, 200);
        publish(3, 300);

        assertThat(shelf.filling()).isNotSameAs(shown);
        assertThat(brightness(shown)).isEqualTo(1);
    }

    @Test
    void knowsHowOldTheNewestPictureIs() {
        assertThat(shelf.isYoungerThan(1_000, 0)).isFalse();

        publish(1, 100);

        assertThat(shelf.isYoungerThan(50, 149)).isTrue();
        assertThat(shelf.isYoungerThan(50, 150)).isFalse();
    }

    private void publish(int brightness, long nanos) {
        shelf.filling().plane(0)[0] = (byte) brightness;
        shelf.publish(nanos);
    }

    private static int brightness(Canvas canvas) {
        return canvas.plane(0)[0];
    }
}
