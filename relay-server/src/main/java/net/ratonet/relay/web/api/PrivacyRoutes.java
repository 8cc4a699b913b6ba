package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.NUMBER;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.privacy.PrivacyCodec;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.PublicBoard;

/// What a streamer lets the world know. A change acts before the answer goes out.
public final class PrivacyRoutes implements RouteGroup {

    private static final Shape ZONE =
            fields(
                    field("type", TEXT),
                    field("name", TEXT),
                    maybe("lat", NUMBER),
                    maybe("lng", NUMBER),
                    maybe("radius_m", NUMBER),
                    maybe("points", listOf(fields(field("lat", NUMBER), field("lng", NUMBER)))));

    private static final Shape RULES =
            fields(
                    field("delay_s", NUMBER),
                    field("precision", TEXT),
                    field("sharing", FLAG),
                    field("zones", listOf(ZONE)));

    private final Accounts accounts;
    private final LiveBoard live;
    private final PublicBoard board;
    private final InstantSource clock;

    public PrivacyRoutes(
            Accounts accounts, LiveBoard live, PublicBoard board, InstantSource clock) {
        this.accounts = accounts;
        this.live = live;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Privacy";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/me/privacy", "My privacy rules")
                        .forStreamer()
                        .returns(RULES)
                        .to(call -> Answer.json(PrivacyCodec.encode(rules(call)))),
                Route.put(
                                "/api/me/privacy",
                                "Set my privacy rules; what is left out is open. Precision: exact,"
                                        + " street, city")
                        .forStreamer()
                        .body(RULES)
                        .returns(RULES)
                        .to(call -> call.object(PrivacyCodec::decode, rules -> set(call, rules))),
                Route.post("/api/me/privacy/stop", "Stop sharing my position now")
                        .forStreamer()
                        .returns(RULES)
                        .to(call -> set(call, rules(call).stopped())));
    }

    private PrivacyRules rules(Call call) {
        return accounts.privacy(call.account().id());
    }

    private Answer set(Call call, PrivacyRules rules) throws IOException {
        var id = call.account().id();
        accounts.setPrivacy(id, rules);
        live.privacyChanged(id, clock.instant());
        board.expire(id);
        return Answer.json(PrivacyCodec.encode(rules));
    }
}
