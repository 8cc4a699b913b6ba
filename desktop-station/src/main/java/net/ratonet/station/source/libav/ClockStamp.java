package net.ratonet.station.source.libav;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.ratonet.station.config.ClockOverlay;

/// Writes the time of day into the upper right corner of a picture. Owned by the encoder's thread.
final class ClockStamp {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// Letters that would fill the picture's width.
    private static final int COLUMNS = 60;

    private static final int LETTERS = 8;

    private final BitmapFont font = BitmapFont.load();
    private final ZoneId local;

    /// @param local the zone of this machine
    ClockStamp(ZoneId local) {
        this.local = local;
    }

    void write(Canvas picture, ClockOverlay clock, Instant time) {
        switch (clock) {
            case OFF -> {}
            case UTC -> write(picture, CLOCK.format(time.atZone(ZoneOffset.UTC)));
            case LOCAL -> write(picture, CLOCK.format(time.atZone(local)));
        }
    }

    private void write(Canvas picture, String text) {
        var scale = Math.max(1, picture.width() / (COLUMNS * (BitmapFont.WIDTH + 1)));
        var wide = even(LETTERS * (BitmapFont.WIDTH + 1) * scale + 2 * scale + 1);
        var high = even((BitmapFont.HEIGHT + 2) * scale + 1);
        var left = even(picture.width() - wide);
        if (left < 0 || high > picture.height()) {
            return;
        }
        picture.fill(left, 0, wide, high, Colour.BLACK);
        picture.write(font, text, left + scale, scale, scale, Colour.WHITE);
    }

    private static int even(int value) {
        return value & ~1;
    }
}
