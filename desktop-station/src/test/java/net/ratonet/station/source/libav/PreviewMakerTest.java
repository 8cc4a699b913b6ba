package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import net.ratonet.shared.testing.FakeTicker;
import net.ratonet.station.config.Resolution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PreviewMakerTest {

    private static final Resolution HD = new Resolution(1_280, 720);

    private final FakeTicker ticker = new FakeTicker();
    private final PreviewMaker maker = new PreviewMaker(HD, ticker);
    private final Canvas canvas = new Canvas(HD);

    @AfterEach
    void close() {
        maker.close();
    }

    @Test
    void makesNoneWhileNobodyLooks() throws LibavException {
        assertThat(maker.of(canvas)).isEmpty();
    }

    @Test
    void makesFiveASecondUntilNobodyHasAskedForThreeSeconds() throws LibavException {
        maker.want();

        var made = 0;
        for (var picture = 0; picture < 300; picture++) {
            made += maker.of(canvas).isPresent() ? 1 : 0;
            ticker.advance(Duration.ofMillis(20));
        }

        assertThat(made).isEqualTo(15);
    }

    @Test
    void isASmallJpegInTrueColours() throws IOException {
        canvas.fill(0, 0, 640, 720, Colour.WHITE);
        canvas.fill(640, 0, 640, 720, Colour.BLACK);
        maker.want();

        var picture = image(maker.of(canvas).orElseThrow());

        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(180);
        assertThat(picture.getRGB(40, 90) & 0xFF).isGreaterThan(250);
        assertThat(picture.getRGB(280, 90) & 0xFF).isLessThan(5);
    }

    private static BufferedImage image(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }
}
