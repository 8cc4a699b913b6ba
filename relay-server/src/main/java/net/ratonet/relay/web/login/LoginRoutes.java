package net.ratonet.relay.web.login;

import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;

import java.util.List;
import java.util.Optional;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// Logging in to a cookie and out again, for the panel and for the admin page. The answer to a
/// login holds the CSRF token that the page repeats in `X-CSRF-Token`; a page that was loaded anew
/// asks for it again.
public final class LoginRoutes implements RouteGroup {

    private static final int LONGEST_KEY = 512;

    private static final Shape SESSION =
            fields(field("role", TEXT), field("csrf_token", TEXT), field("expires_at", TEXT));

    private final Accounts accounts;
    private final Sessions sessions;
    private final Doorkeeper door;

    public LoginRoutes(Accounts accounts, Sessions sessions, Doorkeeper door) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.door = door;
    }

    @Override
    public String title() {
        return "Login";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/api/login", "Log in to the panel with an API key")
                        .body(fields(field("api_key", TEXT)))
                        .returns(SESSION)
                        .to(call ->
                                call.object(
                                        body -> key("api_key", body), key -> streamer(call, key))),
                Route.post("/api/logout", "Log out of the panel")
                        .returns(field("message", TEXT))
                        .to(call -> logOut(call, SessionCookie.PANEL)),
                Route.get("/api/session", "Whether this browser is logged in to the panel")
                        .returns(SESSION)
                        .to(call -> session(call, SessionCookie.PANEL)),
                Route.post("/api/admin/login", "Log in as admin with the admin token")
                        .body(fields(field("token", TEXT)))
                        .returns(SESSION)
                        .auditedAs("login")
                        .to(call ->
                                call.object(
                                        body -> key("token", body),
                                        token -> operator(call, token))),
                Route.post("/api/admin/logout", "Log out as admin")
                        .returns(field("message", TEXT))
                        .auditedAs("logout")
                        .to(call -> logOut(call, SessionCookie.ADMIN)),
                Route.get("/api/admin/session", "Whether this browser is logged in as admin")
                        .returns(SESSION)
                        .to(call -> session(call, SessionCookie.ADMIN)));
    }

    private static Decoded<String> key(String name, ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() -> in.text(name, LONGEST_KEY).strip());
    }

    private Answer streamer(Call call, String key) {
        if (key.isEmpty()) {
            return Answer.refusal(401, Doorkeeper.KEY_MISSING);
        }
        return refuseForeignPage(call)
                .or(() -> door.refuseKey(key, call.address()))
                .or(() ->
                        accounts.byOwnKey(key)
                                .map(Account::id)
                                .map(id ->
                                        open(call, SessionCookie.PANEL, new Person.Streamer(id))))
                .orElseGet(() -> Answer.refusal(401, Doorkeeper.KEY_WRONG));
    }

    private Answer operator(Call call, String token) {
        return refuseForeignPage(call)
                .or(() -> door.refuseToken(token, call.address()))
                .orElseGet(() -> open(call, SessionCookie.ADMIN, new Person.Operator()));
    }

    /// A hostile page could log a browser into an account of its own, and wait for stream keys to
    /// be typed there.
    private static Optional<Answer> refuseForeignPage(Call call) {
        return call.header("Sec-Fetch-Site")
                .filter("cross-site"::equals)
                .map(_ -> Answer.refusal(403, "log in from a page of this relay"));
    }

    private Answer open(Call call, SessionCookie cookie, Person person) {
        var session = sessions.open(person);
        return describe(session).withHeader("Set-Cookie", cookie.set(session, call.isSecure()));
    }

    private Answer logOut(Call call, SessionCookie cookie) {
        var closed = call.cookie(cookie.cookieName()).filter(sessions::close).isPresent();
        var answer = closed ? Answer.message("ok") : Answer.refusal(401, "not logged in");
        return answer.withHeader("Set-Cookie", cookie.clear(call.isSecure()));
    }

    private Answer session(Call call, SessionCookie cookie) {
        Optional<Session> session = call.cookie(cookie.cookieName()).flatMap(sessions::find);
        return session.map(LoginRoutes::describe)
                .orElseGet(() -> Answer.refusal(401, "not logged in"));
    }

    private static Answer describe(Session session) {
        var role =
                switch (session.person()) {
                    case Person.Streamer _ -> "streamer";
                    case Person.Operator _ -> "admin";
                };
        return Answer.json(
                        Json.object()
                                .put("role", role)
                                .put("csrf_token", session.csrfToken())
                                .put("expires_at", session.expiresAt().toString()))
                .withHeader("Cache-Control", "no-store");
    }
}
