package net.ratonet.station.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import net.ratonet.shared.testing.FakeTicker;
import org.junit.jupiter.api.Test;

final class SimulatedCellsTest {

    private final FakeTicker ticker = new FakeTicker();
    private final SimulatedCells cells = new SimulatedCells(1, ticker);

    @Test
    void belongToTheSimulatedLinks() {
        assertThat(cells.readingAt(Duration.ZERO))
                .extracting(ModemReading::label)
                .containsExactly("sim-wwan0", "sim-wwan1", "sim-wwan2");
    }

    @Test
    void swayWithinWhatModemsHear() {
        var levels = new HashSet<Double>();
        for (var second = 0; second < 600; second++) {
            for (var modem : cells.readingAt(Duration.ofSeconds(second))) {
                levels.add(modem.signal().rsrpDbm().orElseThrow());
            }
        }

        assertThat(levels).hasSizeGreaterThan(15).allMatch(dbm -> dbm > -125 && dbm < -70);
    }

    @Test
    void areTheSameForTheSameSeedAndTime() {
        ticker.advance(Duration.ofSeconds(9));

        assertThat(cells.collect()).contains(cells.readingAt(Duration.ofSeconds(9)));
        assertThat(new SimulatedCells(1, ticker).readingAt(Duration.ofSeconds(9)))
                .isEqualTo(cells.readingAt(Duration.ofSeconds(9)));
    }
}
