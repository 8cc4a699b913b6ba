package net.ratonet.relay.output.slate;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.text.Normalizer;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/// Writes on a picture.
interface Lettering {

    /// One line, as tall as asked unless it would be too wide.
    ///
    /// @param middle of the line, from left to right
    void centre(Graphics2D canvas, String text, int middle, int baseline, int height, int width);

    /// The system's, or our own where a server has none.
    static Lettering find() {
        try {
            var families = GraphicsEnvironment.getLocalGraphicsEnvironment();
            if (families.getAvailableFontFamilyNames().length > 0) {
                return new OfTheSystem();
            }
        } catch (RuntimeException | LinkageError | InternalError without) {
            LoggerFactory.getLogger(Lettering.class)
                    .info("Slates are written in plain letters: this machine has no fonts");
        }
        return new OfPixels();
    }

    /// A font of the machine.
    record OfTheSystem() implements Lettering {

        @Override
        public void centre(
                Graphics2D canvas, String text, int middle, int baseline, int height, int width) {
            var font = new Font(Font.SANS_SERIF, Font.BOLD, 10).deriveFont(height * 1.38f);
            var shown = displayable(font, text);
            var wide = canvas.getFontMetrics(font).stringWidth(shown);
            var fitting = wide > width ? font.deriveFont(font.getSize2D() * width / wide) : font;
            canvas.setFont(fitting);
            var left = middle - canvas.getFontMetrics().stringWidth(shown) / 2;
            canvas.drawString(shown, left, baseline);
        }

        private static String displayable(Font font, String text) {
            var kept = new StringBuilder();
            text.codePoints().filter(font::canDisplay).forEach(kept::appendCodePoint);
            return kept.toString().strip();
        }
    }

    /// Letters of five by seven squares; accents fall away, and what is unknown is a gap.
    record OfPixels() implements Lettering {

        private static final int COLUMNS = 5;
        private static final int ROWS = 7;

        /// Five columns for each, the lowest bit on top.
        private static final String KNOWN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.!'";

        private static final String COLUMNS_OF_ALL =
                "3e5149453e00427f4000426151494621414549331814127f102745454539"
                        + "3c4a4949300171090503364949493606494929"
                        + "1e7e1111117e7f494949363e414141227f4141221c7f494949417f090909013e4149497a"
                        + "7f0808087f00417f41002040413f017f081422417f404040407f020c027f7f0408107f"
                        + "3e4141413e7f090909063e4151215e7f09192946464949493101017f01013f4040403f"
                        + "1f2040201f3f4038403f6314081463070870080761514945430808080808"
                        + "40404040400060600000"
                        + "00005f0000"
                        + "0005030000";

        @Override
        public void centre(
                Graphics2D canvas, String text, int middle, int baseline, int height, int width) {
            var plain =
                    Normalizer.normalize(text, Normalizer.Form.NFD)
                            .replaceAll("\\p{M}", "")
                            .toUpperCase(Locale.ROOT);
            var columns = Math.max(1, plain.length() * (COLUMNS + 1) - 1);
            var square = Math.max(1, Math.min(height / ROWS, width / columns));
            var left = middle - columns * square / 2;
            for (var i = 0; i < plain.length(); i++) {
                var at = left + i * (COLUMNS + 1) * square;
                letter(canvas, KNOWN.indexOf(plain.charAt(i)), at, baseline, square);
            }
        }

        private static void letter(
                Graphics2D canvas, int known, int left, int baseline, int square) {
            if (known < 0) {
                return;
            }
            for (var column = 0; column < COLUMNS; column++) {
                var at = 2 * (known * COLUMNS + column);
                var bits = Integer.parseInt(COLUMNS_OF_ALL, at, at + 2, 16);
                for (var row = 0; row < ROWS; row++) {
                    if ((bits >> row & 1) != 0) {
                        canvas.fillRect(
                                left + column * square,
                                baseline - (ROWS - row) * square,
                                square,
                                square);
                    }
                }
            }
        }
    }
}
