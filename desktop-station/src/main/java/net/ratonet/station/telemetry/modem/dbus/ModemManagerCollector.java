package net.ratonet.station.telemetry.modem.dbus;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.ModemReading;
import org.jspecify.annotations.Nullable;

/// Reads the modems that ModemManager looks after. A machine without it is no trouble: it is looked
/// for again later. Owned by its collector thread.
public final class ModemManagerCollector implements Collector<List<ModemReading>> {

    private static final int SIGNAL_SECONDS = 5;
    private static final BackOff PAUSES =
            new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(2));

    private final Opening opening;
    private final Ticker ticker;
    private final Set<String> asked = new HashSet<>();
    private @Nullable ModemManagerBus bus;
    private int failures;
    private long notBeforeNanos;

    ModemManagerCollector(Opening opening, Ticker ticker) {
        this.opening = opening;
        this.ticker = ticker;
        this.notBeforeNanos = ticker.nowNanos();
    }

    public static ModemManagerCollector ofThisMachine(Ticker ticker) {
        return new ModemManagerCollector(ModemManagerBus::system, ticker);
    }

    @Override
    public Optional<List<ModemReading>> collect() {
        if (ticker.nowNanos() - notBeforeNanos < 0) {
            return Optional.empty();
        }
        try {
            var readings = readings(opened());
            failures = 0;
            return Optional.of(readings);
        } catch (IOException _) {
            // Most machines have no ModemManager.
            close();
            failures++;
            notBeforeNanos = ticker.nowNanos() + PAUSES.afterFailure(failures).toNanos();
            return Optional.of(List.of());
        }
    }

    @Override
    public void close() {
        if (bus != null) {
            bus.close();
            bus = null;
        }
        asked.clear();
    }

    private ModemManagerBus opened() throws IOException {
        if (bus != null) {
            return bus;
        }
        var fresh = opening.open();
        bus = fresh;
        return fresh;
    }

    private List<ModemReading> readings(ModemManagerBus from) throws IOException {
        var readings = new ArrayList<ModemReading>();
        for (var modem : from.modems().entrySet()) {
            if (asked.add(modem.getKey())) {
                from.refreshSignal(modem.getKey(), SIGNAL_SECONDS);
            }
            readings.add(reading(from, modem.getValue()));
        }
        return readings;
    }

    private static ModemReading reading(ModemManagerBus from, Map<String, Props> interfaces) {
        var modem = interfaces.getOrDefault(ModemManagerCodec.MODEM, Props.NONE);
        var bearers =
                modem.list("Bearers").stream().map(path -> from.bearer(path.toString())).toList();
        return ModemManagerCodec.decode(
                modem,
                interfaces.getOrDefault(ModemManagerCodec.GPP, Props.NONE),
                interfaces.getOrDefault(ModemManagerCodec.SIGNAL, Props.NONE),
                interfaces.getOrDefault(ModemManagerCodec.LOCATION, Props.NONE),
                bearers);
    }

    /// How to come to the bus.
    @FunctionalInterface
    interface Opening {

        ModemManagerBus open() throws IOException;
    }
}
