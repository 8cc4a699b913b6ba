package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.telemetry.SourceKind;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// Positions by single requests, from phones without a socket and from scripts.
public final class LocationRoutes implements RouteGroup {

    static final SourceId SOURCE = new SourceId(SourceKind.HTTP, "location");

    private static final double HUGE = 1e9;

    private final LiveBoard board;
    private final InstantSource clock;

    public LocationRoutes(LiveBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Location";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/api/location", "Report my position")
                        .forStreamer()
                        .takes(Param.required("streamer_id", "the id that belongs to the key"))
                        .body(
                                fields(
                                        field("lat", NUMBER),
                                        field("lng", NUMBER),
                                        maybe("speed_kmh", NUMBER),
                                        maybe("altitude_m", NUMBER),
                                        maybe("heading", NUMBER),
                                        maybe("accuracy_m", NUMBER)))
                        .returns(field("message", TEXT), field("lat", NUMBER), field("lng", NUMBER))
                        .to(this::report));
    }

    private Answer report(Call call) throws IOException {
        var account = call.account();
        if (!account.id().value().equals(call.required("streamer_id"))) {
            return Answer.refusal(401, "Credenciais inválidas");
        }
        if (!account.approved()) {
            return Answer.refusal(403, PublicRoutes.NOT_APPROVED);
        }
        return call.object(LocationRoutes::fix, fix -> reported(call, fix));
    }

    private Answer reported(Call call, GeoFix fix) {
        var now = clock.instant();
        board.report(call.account().id(), SOURCE, fix, now, now);
        return Answer.json(
                Json.object()
                        .put("message", "Localização atualizada")
                        .put("lat", fix.lat())
                        .put("lng", fix.lng()));
    }

    private static Decoded<GeoFix> fix(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() -> {
            in.number("accuracy_m", 0, HUGE, 0);
            return new GeoFix(
                    in.number("lat", -90, 90),
                    in.number("lng", -180, 180),
                    in.number("speed_kmh", 0, HUGE, 0),
                    in.number("altitude_m", -HUGE, HUGE, 0),
                    in.number("heading", 0, 360, 0),
                    0,
                    FixKind.THREE_D);
        });
    }
}
