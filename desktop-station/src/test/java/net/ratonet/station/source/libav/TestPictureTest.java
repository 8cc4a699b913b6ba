package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import net.ratonet.station.config.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TestPictureTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Resolution HD = new Resolution(1_280, 720);

    @Test
    void saysWhatItIs() {
        var canvas = new TestPicture(HD).draw(0, NOON, false);

        assertThat(TextReader.read(canvas, 8, 96, 188)).startsWith("RatoNet test picture");
    }

    @Test
    void showsTimeAndNumber() {
        var canvas = new TestPicture(HD).draw(1_234, NOON.plusMillis(42), false);

        assertThat(TextReader.read(canvas, 8, 96, 268)).startsWith("12:00:00.042 UTC");
        assertThat(TextReader.read(canvas, 8, 96, 348)).startsWith("frame 1234");
    }

    @Test
    void knowsEveryCharacterThatItWrites() {
        var font = BitmapFont.load();

        assertThat((TestPicture.TITLE + "0123456789:.UTCframe").replace(" ", "").chars())
                .allMatch(character -> font.knows((char) character.intValue()));
    }

    @Test
    void lightsUpWithTheBeep() {
        var picture = new TestPicture(HD);
        var square = 80 * HD.width() + 1_280 - 150;

        assertThat(picture.draw(0, NOON, true).plane(0)[square] & 0xFF).isEqualTo(235);
        assertThat(picture.draw(1, NOON, false).plane(0)[square] & 0xFF).isEqualTo(16);
    }

    @Test
    void neverStandsStill() {
        var picture = new TestPicture(HD);
        var first = picture.draw(0, NOON, false).plane(0).clone();

        var second = picture.draw(1, NOON, false).plane(0);

        assertThat(second).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64x64", "320x240", "854x480", "1920x1080", "1080x1920", "7680x64"})
    void fitsEverySize(String size) {
        var picture = new TestPicture(Resolution.parse(size).orElseThrow());

        assertThatCode(() -> picture.draw(1, NOON, true)).doesNotThrowAnyException();
    }
}
