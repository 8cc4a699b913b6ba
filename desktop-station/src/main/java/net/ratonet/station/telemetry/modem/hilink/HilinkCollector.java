package net.ratonet.station.telemetry.modem.hilink;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import net.ratonet.shared.flow.BackOff;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.DeviceRound;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.Gateway;

/// Looks behind every private link for a HiLink stick and reads those that are there, all at once
/// and each from its own address. Owned by its collector thread.
public final class HilinkCollector implements Collector<List<ModemReading>> {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final BackOff PAUSES =
            new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(5));

    private final Supplier<List<Gateway>> gateways;
    private final Function<Gateway, DeviceHttp> http;
    private final Ticker ticker;
    private final DeviceRound<Gateway> round = new DeviceRound<>("telemetry-hilink");
    private final Map<Gateway, HilinkClient> clients = new ConcurrentHashMap<>();
    private final Map<Gateway, Absence> absences = new ConcurrentHashMap<>();

    HilinkCollector(
            Supplier<List<Gateway>> gateways, Function<Gateway, DeviceHttp> http, Ticker ticker) {
        this.gateways = gateways;
        this.http = http;
        this.ticker = ticker;
    }

    public static HilinkCollector ofThisMachine(Ticker ticker) {
        return new HilinkCollector(
                Gateway::ofThisMachine,
                at -> new DeviceHttp("http://" + at.host(), at.local()),
                ticker);
    }

    @Override
    public Optional<List<ModemReading>> collect() {
        var now = ticker.nowNanos();
        var there = gateways.get();
        forget(there);
        var due = there.stream().filter(at -> isDue(at, now)).toList();
        var found = round.ask(due, this::read, LIMIT);
        return Optional.of(
                found.values().stream().sorted(Comparator.comparing(ModemReading::label)).toList());
    }

    @Override
    public void close() {
        forget(List.of());
    }

    private boolean isDue(Gateway at, long now) {
        var absence = absences.get(at);
        return absence == null || now - absence.untilNanos >= 0;
    }

    private void forget(List<Gateway> there) {
        absences.keySet().retainAll(there);
        clients.forEach((at, client) -> {
            if (!there.contains(at) && clients.remove(at, client)) {
                client.close();
            }
        });
    }

    private Optional<ModemReading> read(Gateway at) {
        var client = clients.computeIfAbsent(at, there -> new HilinkClient(http.apply(there)));
        try {
            var answers =
                    new HilinkCodec.Answers(
                            client.get("monitoring/status"),
                            client.get("device/signal"),
                            client.get("net/current-plmn"),
                            client.get("monitoring/traffic-statistics"));
            absences.remove(at);
            return Optional.of(
                    HilinkCodec.decode("HiLink " + at.host(), at.interfaceName(), answers));
        } catch (IOException _) {
            // Most private links lead to no stick, so this is no trouble.
            leaveAlone(at, client);
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void leaveAlone(Gateway at, HilinkClient client) {
        if (clients.remove(at, client)) {
            client.close();
        }
        absences.merge(
                at,
                new Absence(1, ticker.nowNanos() + PAUSES.afterFailure(1).toNanos()),
                (before, _) ->
                        new Absence(
                                before.failures + 1,
                                ticker.nowNanos()
                                        + PAUSES.afterFailure(before.failures + 1).toNanos()));
    }

    private record Absence(int failures, long untilNanos) {}
}
