package net.ratonet.station.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import net.ratonet.shared.flow.Ticker;

/// What the simulated modems tell of their cells; their names say that they are invented. The same
/// seed and time give the same values.
public final class SimulatedCells implements Collector<List<ModemReading>> {

    private static final List<Cell> CELLS =
            List.of(
                    new Cell("sim-wwan0", "Vivo", RadioTechnology.NR_WITH_LTE, "B3+n78", 301, -88),
                    new Cell("sim-wwan1", "Claro", RadioTechnology.LTE, "B7", 17, -97),
                    new Cell("sim-wwan2", "TIM", RadioTechnology.LTE, "B28", 422, -106));

    /// So much does a signal sway while its modem rides through a city.
    private static final double SWAY_DB = 9;

    private final long seed;
    private final Ticker ticker;
    private final long startNanos;

    public SimulatedCells(long seed, Ticker ticker) {
        this.seed = seed;
        this.ticker = ticker;
        this.startNanos = ticker.nowNanos();
    }

    @Override
    public Optional<List<ModemReading>> collect() {
        return Optional.of(readingAt(Duration.ofNanos(ticker.nowNanos() - startNanos)));
    }

    List<ModemReading> readingAt(Duration elapsed) {
        return CELLS.stream().map(cell -> modem(cell, elapsed.toSeconds())).toList();
    }

    private ModemReading modem(Cell cell, long second) {
        var random = new SplittableRandom(seed ^ (cell.pci * 0x9E3779B97F4A7C15L) ^ second);
        var sway = SWAY_DB * Math.sin((second + cell.pci) / 23.0) + random.nextDouble(-2, 2);
        var rsrp = Math.rint(cell.rsrpDbm + sway);
        return new ModemReading(
                "simulated modem",
                Optional.of(cell.link),
                new RadioCell(
                        Optional.of(cell.operator),
                        cell.technology,
                        Optional.of(cell.band),
                        OptionalLong.of(28_000_000L + cell.pci),
                        OptionalInt.of(cell.pci)),
                new RadioSignal(
                        OptionalDouble.of(rsrp),
                        OptionalDouble.of(-9 - Math.rint(random.nextDouble(0, 4))),
                        OptionalDouble.of(Math.rint((rsrp + 112) * 0.7)),
                        OptionalInt.of((int) Math.clamp((rsrp + 125) * 2, 0, 100))),
                SimState.READY,
                false,
                OptionalLong.of(300_000_000L + second * 400_000));
    }

    private record Cell(
            String link,
            String operator,
            RadioTechnology technology,
            String band,
            int pci,
            double rsrpDbm) {}
}
