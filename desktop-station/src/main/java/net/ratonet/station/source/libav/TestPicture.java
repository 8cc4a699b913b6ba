package net.ratonet.station.source.libav;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import net.ratonet.station.config.Resolution;

/// Colour bars, a clock, the number of the picture, a square that lights up with each beep, and a
/// band of snow, without which there would be nothing to spend a bitrate on. Owned by one thread.
final class TestPicture {

    static final String TITLE = "RatoNet test picture";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /// Letters that the title needs across, and a margin of two on each side.
    private static final int COLUMNS = TITLE.length() + 4;

    private final BitmapFont font = BitmapFont.load();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Canvas canvas;
    private final byte[] snow;
    private final int scale;
    private final int textTop;
    private final int textHeight;
    private final int snowTop;

    TestPicture(Resolution size) {
        canvas = new Canvas(size);
        scale = Math.max(1, size.width() / (COLUMNS * (BitmapFont.WIDTH + 1)));
        textHeight = Math.min(even(3 * (BitmapFont.HEIGHT + 3) * scale), size.height() / 2);
        textTop = even(size.height() / 4);
        snowTop = even(size.height() * 3 / 4);
        snow = snow(size.width() * 8);
        drawBars();
    }

    /// Draws the picture with this number, at this time; it is overwritten by the next one.
    Canvas draw(long number, Instant time, boolean beeping) {
        canvas.fill(0, textTop, canvas.width(), textHeight, Colour.BLACK);
        writeLine(0, TITLE);
        writeLine(1, CLOCK.format(time).substring(11) + " UTC");
        writeLine(2, "frame " + number);
        drawSquare(beeping);
        drawSnow();
        return canvas;
    }

    private void writeLine(int line, String text) {
        var top = textTop + (1 + line * (BitmapFont.HEIGHT + 3)) * scale;
        if (top + BitmapFont.HEIGHT * scale <= canvas.height()) {
            canvas.write(font, text, 2 * (BitmapFont.WIDTH + 1) * scale, top, scale, Colour.WHITE);
        }
    }

    private void drawBars() {
        var colours = Colour.values();
        for (var index = 0; index < colours.length; index++) {
            var left = even(canvas.width() * index / colours.length);
            var right = even(canvas.width() * (index + 1) / colours.length);
            canvas.fill(left, 0, right - left, canvas.height(), colours[index]);
        }
        canvas.fill(0, snowTop, canvas.width(), canvas.height() - snowTop, Colour.BLACK);
    }

    private void drawSquare(boolean beeping) {
        var side = even(canvas.height() / 8);
        canvas.fill(
                even(canvas.width() - 2 * side),
                even(canvas.height() / 16),
                side,
                side,
                beeping ? Colour.WHITE : Colour.BLACK);
    }

    private void drawSnow() {
        for (var y = snowTop; y < canvas.height(); y++) {
            canvas.copyRow(snow, random.nextInt(snow.length - canvas.width()), y);
        }
    }

    private byte[] snow(int length) {
        var values = new byte[length];
        for (var index = 0; index < length; index++) {
            values[index] = (byte) random.nextInt(16, 236);
        }
        return values;
    }

    private static int even(int value) {
        return value & ~1;
    }
}
