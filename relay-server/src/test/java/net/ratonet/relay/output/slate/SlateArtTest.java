package net.ratonet.relay.output.slate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.ratonet.relay.config.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlateArtTest {

    @ParameterizedTest
    @CsvSource({"640,360", "1280,720", "1920,1080", "720,1280", "160,90"})
    void movesItsHandAndWritesItsName(int width, int height) throws Exception {
        for (var lettering : new Lettering[] {Lettering.find(), new Lettering.OfPixels()}) {
            var art = new SlateArt(width, height, Language.PORTUGUESE, "João da Rua", lettering);
            var nameless = new SlateArt(width, height, Language.PORTUGUESE, "", lettering);

            var early = art.bytesAt(5);
            keep(art.at(37), lettering.getClass().getSimpleName());

            assertThat(Arrays.equals(art.bytesAt(6), early)).isFalse();
            assertThat(Arrays.equals(art.bytesAt(5), early)).isTrue();
            assertThat(Arrays.equals(nameless.bytesAt(5), early)).isFalse();
            assertThat(early.length).isEqualTo(3 * width * height);
        }
    }

    @Test
    void writesWhatNoFontKnowsAsAGap() {
        var art = new SlateArt(320, 180, Language.ENGLISH, "☃ 日本", new Lettering.OfPixels());

        assertThat(art.bytesAt(0)).hasSize(3 * 320 * 180);
    }

    private static void keep(BufferedImage picture, String name) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "slates"));
        var file = "%dx%d-%s.png".formatted(picture.getWidth(), picture.getHeight(), name);
        ImageIO.write(picture, "png", folder.resolve(file).toFile());
    }
}
