package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneId;
import net.ratonet.station.config.ClockOverlay;
import net.ratonet.station.config.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockStampTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:09Z");

    private final ClockStamp stamp = new ClockStamp(ZoneId.of("America/Sao_Paulo"));
    private final Canvas canvas = new Canvas(new Resolution(1_280, 720));

    @Test
    void writesTheTimeIntoTheCorner() {
        stamp.write(canvas, ClockOverlay.UTC, NOON);
        assertThat(clock()).startsWith("12:00:09");

        stamp.write(canvas, ClockOverlay.LOCAL, NOON);
        assertThat(clock()).startsWith("09:00:09");
    }

    @Test
    void leavesThePictureAloneWhenItIsOff() {
        stamp.write(canvas, ClockOverlay.OFF, NOON);

        assertThat(canvas.plane(0)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64x64", "320x240", "1920x1080", "1080x1920", "7680x64"})
    void fitsEverySize(String size) {
        var picture = new Canvas(Resolution.parse(size).orElseThrow());

        assertThatCode(() -> stamp.write(picture, ClockOverlay.UTC, NOON))
                .doesNotThrowAnyException();
    }

    /// A letter is 3 pixels a dot; the box ends at the right border.
    private String clock() {
        var left = 1_280 - ((8 * 6 * 3 + 2 * 3 + 1) & ~1);
        return TextReader.read(canvas, 3, left + 3, 3);
    }
}
