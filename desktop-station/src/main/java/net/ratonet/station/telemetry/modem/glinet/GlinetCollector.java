package net.ratonet.station.telemetry.modem.glinet;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.telemetry.Collector;
import net.ratonet.station.telemetry.DeviceRound;
import net.ratonet.station.telemetry.ModemReading;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.Gateway;
import net.ratonet.station.telemetry.modem.GatewayClients;
import net.ratonet.station.telemetry.modem.LoginGuard;
import tools.jackson.databind.JsonNode;

/// Reads the modems of GL.iNet routers behind the links that have a password in the settings:
/// without one these routers tell nothing, so nobody else is asked. Owned by its collector thread.
public final class GlinetCollector implements Collector<List<ModemReading>> {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Supplier<List<Gateway>> gateways;
    private final LoginGuard guard;
    private final GatewayClients<GlinetClient> clients;
    private final DeviceRound<Gateway> round = new DeviceRound<>("telemetry-glinet");
    private final Map<Gateway, JsonNode> models = new ConcurrentHashMap<>();

    GlinetCollector(
            Supplier<List<Gateway>> gateways,
            Function<Gateway, DeviceHttp> http,
            LoginGuard guard,
            Ticker ticker) {
        this.gateways = gateways;
        this.guard = guard;
        this.clients =
                new GatewayClients<>(
                        at -> new GlinetClient(http.apply(at), guard, at.interfaceName()),
                        GlinetClient::close,
                        ticker);
    }

    public static GlinetCollector ofThisMachine(LoginGuard guard, Ticker ticker) {
        return new GlinetCollector(
                Gateway::ofThisMachine,
                at -> new DeviceHttp("http://" + at.host(), at.local()),
                guard,
                ticker);
    }

    @Override
    public Optional<List<ModemReading>> collect() {
        var there = gateways.get().stream().filter(at -> guard.knows(at.interfaceName())).toList();
        models.keySet().retainAll(there);
        var found = round.ask(clients.due(there), this::read, LIMIT);
        return Optional.of(
                found.values().stream()
                        .flatMap(Collection::stream)
                        .sorted(Comparator.comparing(ModemReading::label))
                        .toList());
    }

    @Override
    public void close() {
        models.clear();
        clients.due(List.of());
    }

    /// Where it comes to nothing the guard has told what a person needs to know.
    private Optional<List<ModemReading>> read(Gateway at) {
        return clients.ask(at, client -> ask(at, client))
                .map(answers -> GlinetCodec.decode(at.host(), at.interfaceName(), answers));
    }

    private GlinetCodec.Answers ask(Gateway at, GlinetClient client)
            throws IOException, InterruptedException {
        var status = client.call("modem", "get_status", Json.object());
        var cells = new HashMap<String, JsonNode>();
        for (var bus : GlinetCodec.buses(status)) {
            cells.put(bus, optional(client, "get_cells_info", bus));
        }
        var info = models.get(at);
        if (info == null) {
            info = optional(client, "get_info", "");
            models.put(at, info);
        }
        return new GlinetCodec.Answers(status, info, cells);
    }

    /// What not every model tells.
    private static JsonNode optional(GlinetClient client, String method, String bus)
            throws InterruptedException {
        var arguments = Json.object();
        if (!bus.isEmpty()) {
            arguments.put("bus", bus);
        }
        try {
            return client.call("modem", method, arguments);
        } catch (IOException untold) {
            return Json.object();
        }
    }
}
