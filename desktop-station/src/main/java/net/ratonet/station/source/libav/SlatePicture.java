package net.ratonet.station.source.libav;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.ratonet.station.config.Resolution;

/// A black picture with a few words and a clock, for when the source has none. Owned by one thread.
final class SlatePicture {

    static final String LOST = "CAMERA LOST";
    static final String BREAK = "BE RIGHT BACK";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int COLUMNS = BREAK.length() + 4;

    private final BitmapFont font = BitmapFont.load();
    private final Canvas canvas;
    private final int scale;

    SlatePicture(Resolution size) {
        canvas = new Canvas(size);
        scale = Math.max(1, size.width() / (COLUMNS * (BitmapFont.WIDTH + 1)));
    }

    Canvas draw(String words, Instant time) {
        canvas.fill(0, 0, canvas.width(), canvas.height(), Colour.BLACK);
        write(words, canvas.height() / 3);
        write(CLOCK.format(time) + " UTC", canvas.height() / 3 + 2 * BitmapFont.HEIGHT * scale);
        return canvas;
    }

    private void write(String text, int top) {
        var left = (canvas.width() - text.length() * (BitmapFont.WIDTH + 1) * scale) / 2;
        if (top + BitmapFont.HEIGHT * scale <= canvas.height()) {
            canvas.write(font, text, Math.max(0, left), top, scale, Colour.WHITE);
        }
    }
}
