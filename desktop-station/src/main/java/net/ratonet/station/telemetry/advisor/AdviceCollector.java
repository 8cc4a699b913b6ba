package net.ratonet.station.telemetry.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.Advice;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.StationSnapshot;

/// Looks at all newest readings and says what the streamer should know. Owned by its collector
/// thread.
public final class AdviceCollector implements Collector<List<Advice>> {

    private final Supplier<StationSnapshot> readings;
    private final Supplier<Map<String, DataUse>> budgets;
    private final Ticker ticker;
    private Steadiness state = Steadiness.NOTHING;

    /// Budgets are those of the links that have one, by interface.
    public AdviceCollector(
            Supplier<StationSnapshot> readings,
            Supplier<Map<String, DataUse>> budgets,
            Ticker ticker) {
        this.readings = readings;
        this.budgets = budgets;
        this.ticker = ticker;
    }

    @Override
    public Optional<List<Advice>> collect() {
        var snapshot = readings.get();
        var thresholds = state.thresholds();
        var found = new ArrayList<>(LinkAdvisor.advise(snapshot, budgets.get(), thresholds));
        found.addAll(PowerAdvisor.advise(snapshot, thresholds));
        state = state.after(found, ticker.nowNanos());
        return Optional.of(state.told());
    }
}
