package net.ratonet.station.telemetry.modem;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;

/// Which routers are no modems, or do not answer, so that each is asked ever more seldom. For any
/// thread.
final class Absences {

    private static final BackOff PAUSES =
            new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(5));

    private final Ticker ticker;
    private final Map<Gateway, Absence> absences = new ConcurrentHashMap<>();

    private record Absence(int failures, long untilNanos) {}

    Absences(Ticker ticker) {
        this.ticker = ticker;
    }

    boolean isDue(Gateway at) {
        var absence = absences.get(at);
        return absence == null || ticker.nowNanos() - absence.untilNanos >= 0;
    }

    void answered(Gateway at) {
        absences.remove(at);
    }

    void failed(Gateway at) {
        absences.compute(at, (_, before) -> next(before == null ? 1 : before.failures + 1));
    }

    /// Forgets the routers that are gone.
    void retain(Collection<Gateway> there) {
        absences.keySet().retainAll(there);
    }

    private Absence next(int failures) {
        return new Absence(failures, ticker.nowNanos() + PAUSES.afterFailure(failures).toNanos());
    }
}
