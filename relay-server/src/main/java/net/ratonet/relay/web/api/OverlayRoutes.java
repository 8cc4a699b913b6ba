package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;

import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.OverlayGrant;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.live.PublicBoard;
import net.ratonet.relay.web.login.Doorkeeper;

/// What browser sources in OBS ask for, with a pull key or an overlay token.
public final class OverlayRoutes implements RouteGroup {

    static final String WRONG_KEY = "Pull key inválida";

    private final Accounts accounts;
    private final PublicBoard board;

    public OverlayRoutes(Accounts accounts, PublicBoard board) {
        this.accounts = accounts;
        this.board = board;
    }

    @Override
    public String title() {
        return "Overlays";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/overlay/data/{id}",
                                "What an overlay shows; the key is a pull key or an overlay token,"
                                        + " in the Authorization header or the query")
                        .takes(Param.path("id", "the streamer's id"))
                        .takes(Param.optional("pull_key", "pull key or overlay token"))
                        .returns(
                                Shapes.liveWith(
                                        field("is_live", FLAG),
                                        field("streamer_id", TEXT),
                                        field("name", TEXT),
                                        field("livepix_token", TEXT)))
                        .to(this::data));
    }

    private Answer data(Call call) {
        var key =
                Doorkeeper.headerKey(call.header("Authorization")).or(() -> call.query("pull_key"));
        if (key.isEmpty()) {
            return Answer.unprocessable("pull_key", "is missing");
        }
        return grant(key.get(), call.path("id"))
                .flatMap(board::overlay)
                .map(encoded -> CachedAnswer.of(encoded, call))
                .orElseGet(() -> Answer.refusal(401, WRONG_KEY));
    }

    private Optional<OverlayGrant> grant(String key, String streamer) {
        return accounts.overlayGrant(key)
                .filter(grant -> grant.streamer().value().equals(streamer));
    }
}
