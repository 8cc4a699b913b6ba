package net.ratonet.station.source.libav;

/// Reads a line of the station's own font back from a picture.
final class TextReader {

    private static final String ALPHABET = "RNUTCaceimfoprstu0123456789:-.";

    private TextReader() {}

    /// The line whose first glyph has this upper left corner.
    static String read(Canvas canvas, int scale, int left, int top) {
        var text = new StringBuilder();
        for (var x = left;
                x + BitmapFont.WIDTH * scale <= canvas.width();
                x += (BitmapFont.WIDTH + 1) * scale) {
            text.append(glyph(canvas, scale, x, top));
        }
        return text.toString();
    }

    private static char glyph(Canvas canvas, int scale, int x, int y) {
        var font = BitmapFont.load();
        for (var index = 0; index < ALPHABET.length(); index++) {
            var candidate = ALPHABET.charAt(index);
            if (matches(font, candidate, canvas, scale, x, y)) {
                return candidate;
            }
        }
        return ' ';
    }

    private static boolean matches(
            BitmapFont font, char candidate, Canvas canvas, int scale, int x, int y) {
        for (var row = 0; row < BitmapFont.HEIGHT; row++) {
            for (var column = 0; column < BitmapFont.WIDTH; column++) {
                var pixel =
                        canvas.plane(0)[(y + row * scale) * canvas.width() + x + column * scale];
                if (font.isInked(candidate, column, row) != ((pixel & 0xFF) > 128)) {
                    return false;
                }
            }
        }
        return true;
    }
}
