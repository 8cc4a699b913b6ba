package net.ratonet.station.telemetry.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineSplitterTest {

    private final LineSplitter splitter = new LineSplitter(8);

    @Test
    void joinsWhatComesInPieces() {
        assertThat(feed("$GP")).isEmpty();
        assertThat(feed("GGA\r\n$G")).containsExactly("$GPGGA");
        assertThat(feed("L\n")).containsExactly("$GL");
    }

    @Test
    void leavesOutEmptyLines() {
        assertThat(feed("\r\n\r\nOK\r\n\n")).containsExactly("OK");
    }

    @Test
    void dropsALineThatIsTooLongAndTakesTheNext() {
        assertThat(feed("123456789\n12345678\n")).containsExactly("12345678");
    }

    @Test
    void forgetsHalfALineWhenTold() {
        feed("noise");

        splitter.clear();

        assertThat(feed("OK\n")).containsExactly("OK");
    }

    private List<String> feed(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return splitter.feed(bytes, bytes.length);
    }
}
