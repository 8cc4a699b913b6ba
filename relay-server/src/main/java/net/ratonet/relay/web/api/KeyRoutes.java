package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.OverlayTokenCodec;
import net.ratonet.relay.account.OverlayTokenRequest;
import net.ratonet.relay.control.MediaControl;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Param;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.relay.web.live.FieldDesk;
import net.ratonet.relay.web.login.Person;
import net.ratonet.relay.web.login.Sessions;
import net.ratonet.shared.wire.Json;

/// New keys for old, and keys for single overlays.
public final class KeyRoutes implements RouteGroup {

    /// The close code that tells an agent that its key is not valid.
    private static final int BAD_KEY = 4001;

    private static final Shape TOKEN =
            fields(
                    field("id", TEXT),
                    field("label", TEXT),
                    field("scopes", listOf(TEXT)),
                    field("token", TEXT),
                    field("created_at", TEXT));

    private final Accounts accounts;
    private final FieldDesk desk;
    private final Sessions sessions;
    private final MediaControl control;

    public KeyRoutes(Accounts accounts, FieldDesk desk, Sessions sessions, MediaControl control) {
        this.accounts = accounts;
        this.desk = desk;
        this.sessions = sessions;
        this.control = control;
    }

    @Override
    public String title() {
        return "Keys";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/me/keys/rotate",
                                "A new API key; the old one stops working, those of stations go on")
                        .forOwner()
                        .returns(field("api_key", TEXT), field("message", TEXT))
                        .to(this::rotateApiKey),
                Route.post("/api/me/pull-key/rotate", "A new pull key; the old one stops working")
                        .forOwner()
                        .returns(field("pull_key", TEXT), field("message", TEXT))
                        .to(this::rotatePullKey),
                Route.get("/api/me/overlay-tokens", "My overlay tokens")
                        .forOwner()
                        .returns(field("overlay_tokens", listOf(TOKEN)))
                        .to(this::tokens),
                Route.post(
                                "/api/me/overlay-tokens",
                                "A new overlay token; scopes: map, speed, place, health, alerts")
                        .forOwner()
                        .body(fields(field("label", TEXT), field("scopes", listOf(TEXT))))
                        .returns(TOKEN)
                        .to(call ->
                                call.object(OverlayTokenCodec::decode, wish -> make(call, wish))),
                Route.delete("/api/me/overlay-tokens/{token_id}", "Revoke an overlay token")
                        .takes(Param.path("token_id", "the token's id, not the token"))
                        .forOwner()
                        .returns(Shapes.MESSAGE)
                        .to(this::revoke));
    }

    /// Whoever holds the old key loses everything that it opened: sockets, sessions and a stream
    /// too. Stations with keys of their own stay.
    private Answer rotateApiKey(Call call) throws IOException {
        var id = call.account().id();
        var key = accounts.rotateApiKey(id);
        desk.close(id, "", BAD_KEY, "API key inválida");
        sessions.closeAll(new Person.Streamer(id));
        control.kick(id);
        return Answer.json(
                Json.object().put("api_key", key).put("message", "Nova API key; guarde-a agora"));
    }

    private Answer rotatePullKey(Call call) throws IOException {
        var key = accounts.rotatePullKey(call.account().id());
        return Answer.json(
                Json.object().put("pull_key", key).put("message", "Nova pull key criada"));
    }

    private Answer tokens(Call call) {
        var tokens = OverlayTokenCodec.encode(accounts.overlayTokens(call.account().id()));
        return Answer.json(Json.object().set("overlay_tokens", tokens));
    }

    private Answer make(Call call, OverlayTokenRequest wish) throws IOException {
        return accounts.createOverlayToken(call.account().id(), wish.label(), wish.scopes())
                .map(token -> Answer.json(OverlayTokenCodec.encode(token)))
                .orElseGet(() ->
                        Answer.refusal(
                                409,
                                "there are %d overlay tokens already; revoke one first"
                                        .formatted(Accounts.MOST_OVERLAY_TOKENS)));
    }

    private Answer revoke(Call call) throws IOException {
        return accounts.revokeOverlayToken(call.account().id(), call.path("token_id"))
                ? Answer.message("Token revogado")
                : Answer.refusal(404, "no such overlay token");
    }
}
