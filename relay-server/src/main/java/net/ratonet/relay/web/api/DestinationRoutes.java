package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.WHOLE;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.DestinationCodec;
import net.ratonet.relay.control.OutputDoor;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// Where a streamer's live goes, and the token of the donation page.
public final class DestinationRoutes implements RouteGroup {

    private static final int LONGEST_TOKEN = 512;

    private static final Shape DESTINATIONS =
            listOf(
                    fields(
                            field("platform", TEXT),
                            field("rtmp_url", TEXT),
                            field("enabled", FLAG)));

    private static final Shape DESTINATIONS_BODY =
            listOf(
                    fields(
                            field("platform", TEXT),
                            field("rtmp_url", TEXT),
                            maybe("enabled", FLAG)));

    private final Accounts accounts;
    private final OutputDoor outputs;

    public DestinationRoutes(Accounts accounts, OutputDoor outputs) {
        this.accounts = accounts;
        this.outputs = outputs;
    }

    @Override
    public String title() {
        return "Destinations";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/destinations", "My destinations, stream keys masked")
                        .forStreamer()
                        .returns(field("destinations", DESTINATIONS))
                        .to(call -> list(own(call).stream().map(Destination::masked).toList())),
                Route.get("/api/me/destinations/full", "My destinations with their stream keys")
                        .forStreamer()
                        .returns(field("destinations", DESTINATIONS))
                        .to(call -> list(own(call))),
                Route.put("/api/me/destinations", "Replace my destinations")
                        .forStreamer()
                        .body(DESTINATIONS_BODY)
                        .returns(field("message", TEXT), field("count", WHOLE))
                        .to(call ->
                                call.json(DestinationCodec::decode, list -> replaced(call, list))),
                Route.get("/api/me/livepix", "My LivePix token")
                        .forStreamer()
                        .returns(field("token", TEXT))
                        .to(this::livepix),
                Route.put("/api/me/livepix", "Set my LivePix token; empty removes it")
                        .forStreamer()
                        .body(fields(field("token", TEXT)))
                        .returns(Shapes.MESSAGE)
                        .to(call ->
                                call.object(DestinationRoutes::token, token -> kept(call, token))));
    }

    private List<Destination> own(Call call) {
        return accounts.destinations(call.account().id());
    }

    private static Answer list(List<Destination> destinations) {
        return Answer.json(
                Json.object().set("destinations", DestinationCodec.encode(destinations)));
    }

    private Answer replaced(Call call, List<Destination> destinations) throws IOException {
        var id = call.account().id();
        accounts.replaceDestinations(id, destinations);
        outputs.destinationsChanged(id);
        return Answer.json(
                Json.object()
                        .put("message", "Destinos atualizados")
                        .put("count", destinations.size()));
    }

    private Answer livepix(Call call) {
        return Answer.json(Json.object().put("token", accounts.livepixToken(call.account().id())));
    }

    private static Decoded<String> token(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() -> in.text("token", LONGEST_TOKEN).strip());
    }

    private Answer kept(Call call, String token) throws IOException {
        accounts.setLivepixToken(call.account().id(), token);
        return Answer.message("Token LivePix salvo");
    }
}
