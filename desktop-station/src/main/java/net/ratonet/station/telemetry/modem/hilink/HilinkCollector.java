package net.ratonet.station.telemetry.modem.hilink;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.DeviceRound;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.Gateway;
import net.ratonet.station.telemetry.modem.GatewayClients;
import net.ratonet.station.telemetry.modem.LoginGuard;

/// Looks behind every private link for a HiLink stick and reads those that are there, all at once
/// and each from its own address. Owned by its collector thread.
public final class HilinkCollector implements Collector<List<ModemReading>> {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Supplier<List<Gateway>> gateways;
    private final GatewayClients<HilinkClient> clients;
    private final DeviceRound<Gateway> round = new DeviceRound<>("telemetry-hilink");

    HilinkCollector(
            Supplier<List<Gateway>> gateways,
            Function<Gateway, DeviceHttp> http,
            LoginGuard guard,
            Ticker ticker) {
        this.gateways = gateways;
        this.clients =
                new GatewayClients<>(
                        at ->
                                new HilinkClient(
                                        http.apply(at), new HilinkLogin(guard, at.interfaceName())),
                        HilinkClient::close,
                        ticker);
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
        var found = round.ask(clients.due(gateways.get()), this::read, LIMIT);
        return Optional.of(
                found.values().stream().sorted(Comparator.comparing(ModemReading::label)).toList());
    }

    @Override
    public void close() {
        clients.due(List.of());
    }

    private Optional<ModemReading> read(Gateway at) {
        return clients.ask(at, HilinkCollector::answers)
                .map(answers ->
                        HilinkCodec.decode("HiLink " + at.host(), at.interfaceName(), answers));
    }

    private static HilinkCodec.Answers answers(HilinkClient client)
            throws IOException, InterruptedException {
        return new HilinkCodec.Answers(
                client.get("monitoring/status"),
                client.getIfAllowed("device/signal"),
                client.getIfAllowed("net/current-plmn"),
                client.getIfAllowed("monitoring/traffic-statistics"));
    }
}
