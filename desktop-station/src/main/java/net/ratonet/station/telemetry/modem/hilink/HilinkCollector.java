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
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.DeviceRound;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.modem.Absences;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.Gateway;
import net.ratonet.station.telemetry.modem.LoginGuard;

/// Looks behind every private link for a HiLink stick and reads those that are there, all at once
/// and each from its own address. Owned by its collector thread.
public final class HilinkCollector implements Collector<List<ModemReading>> {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Supplier<List<Gateway>> gateways;
    private final Function<Gateway, DeviceHttp> http;
    private final LoginGuard guard;
    private final DeviceRound<Gateway> round = new DeviceRound<>("telemetry-hilink");
    private final Map<Gateway, HilinkClient> clients = new ConcurrentHashMap<>();
    private final Absences absences;

    HilinkCollector(
            Supplier<List<Gateway>> gateways,
            Function<Gateway, DeviceHttp> http,
            LoginGuard guard,
            Ticker ticker) {
        this.gateways = gateways;
        this.http = http;
        this.guard = guard;
        this.absences = new Absences(ticker);
    }

    public static HilinkCollector ofThisMachine(LoginGuard guard, Ticker ticker) {
        return new HilinkCollector(
                Gateway::ofThisMachine,
                at -> new DeviceHttp("http://" + at.host(), at.local()),
                guard,
                ticker);
    }

    @Override
    public Optional<List<ModemReading>> collect() {
        var there = gateways.get();
        forget(there);
        var due = there.stream().filter(absences::isDue).toList();
        var found = round.ask(due, this::read, LIMIT);
        return Optional.of(
                found.values().stream().sorted(Comparator.comparing(ModemReading::label)).toList());
    }

    @Override
    public void close() {
        forget(List.of());
    }

    private void forget(List<Gateway> there) {
        absences.retain(there);
        clients.forEach((at, client) -> {
            if (!there.contains(at) && clients.remove(at, client)) {
                client.close();
            }
        });
    }

    private HilinkClient client(Gateway at) {
        return new HilinkClient(http.apply(at), new HilinkLogin(guard, at.interfaceName()));
    }

    private Optional<ModemReading> read(Gateway at) {
        var client = clients.computeIfAbsent(at, this::client);
        try {
            var answers =
                    new HilinkCodec.Answers(
                            client.get("monitoring/status"),
                            client.getIfAllowed("device/signal"),
                            client.getIfAllowed("net/current-plmn"),
                            client.getIfAllowed("monitoring/traffic-statistics"));
            absences.answered(at);
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
        absences.failed(at);
    }
}
