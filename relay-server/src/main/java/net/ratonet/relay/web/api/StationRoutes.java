package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.account.StationKeyCodec;
import net.ratonet.relay.account.StationKeys;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.FieldDesk;
import net.ratonet.shared.wire.Json;

/// The stations that a streamer has paired, each with a key of its own.
public final class StationRoutes implements RouteGroup {

    /// The close code that tells an agent that its key is not valid.
    private static final int BAD_KEY = 4001;

    private static final Shape STATION =
            fields(
                    field("id", TEXT),
                    field("name", TEXT),
                    field("created_at", TEXT),
                    maybe("last_seen_at", TEXT),
                    field("connected", FLAG));

    private final StationKeys keys;
    private final FieldDesk desk;

    public StationRoutes(StationKeys keys, FieldDesk desk) {
        this.keys = keys;
        this.desk = desk;
    }

    @Override
    public String title() {
        return "Stations";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/stations", "The stations that I have paired")
                        .forOwner()
                        .returns(field("stations", listOf(STATION)))
                        .to(this::list),
                Route.delete(
                                "/api/me/stations/{station_id}",
                                "Revoke the key of one station; it is sent away at once")
                        .takes(Param.path("station_id", "the station's id, not its name"))
                        .forOwner()
                        .returns(Shapes.MESSAGE)
                        .to(this::revoke));
    }

    private Answer list(Call call) {
        var id = call.account().id();
        var stations = Json.array();
        for (var key : keys.of(id)) {
            stations.add(
                    StationKeyCodec.encode(key).put("connected", desk.isConnected(id, key.id())));
        }
        return Answer.json(Json.object().set("stations", stations));
    }

    private Answer revoke(Call call) throws IOException {
        var id = call.account().id();
        var station = call.path("station_id");
        if (!keys.revoke(id, station)) {
            return Answer.refusal(404, "no such station");
        }
        desk.close(id, station, BAD_KEY, "API key inválida");
        return Answer.message("Estação desconectada; a chave dela não vale mais");
    }
}
