package net.ratonet.relay.web.login;

import io.javalin.http.Context;
import java.util.Optional;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.admin.AdminToken;
import net.ratonet.relay.admin.AttemptLimiter;
import net.ratonet.relay.admin.AuditEvent;
import net.ratonet.relay.admin.AuditLog;
import net.ratonet.relay.web.http.Access;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Caller;
import net.ratonet.relay.web.http.Gate;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteMount;
import net.ratonet.relay.web.http.RouteMount.Entry;

/// Finds out who calls: by key or token in the `Authorization` header, by the `api_key` of old
/// clients in the query, or by a session cookie. Any thread may ask.
public final class Doorkeeper implements RouteMount.Door {

    public static final String KEY_MISSING = "API key obrigatória";
    public static final String KEY_WRONG = "API key inválida";

    private static final String STATION_KEY =
            "this is the key of a station, which cannot do that; use the account's own API key";

    private static final String TOKEN_WRONG = "Token de admin inválido";
    private static final String BEARER = "Bearer";

    private final Accounts accounts;
    private final AdminToken adminToken;
    private final Sessions sessions;
    private final AttemptLimiter attempts;
    private final AuditLog audit;

    public Doorkeeper(
            Accounts accounts,
            AdminToken adminToken,
            Sessions sessions,
            AttemptLimiter attempts,
            AuditLog audit) {
        this.accounts = accounts;
        this.adminToken = adminToken;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
    }

    @Override
    public Entry admit(Route route, Context context, String address) {
        return switch (route.access()) {
            case PUBLIC -> new Entry.Open(new Caller.Anybody());
            case STREAMER, OWNER -> streamer(context, route);
            case ADMIN -> operator(context, route.verb().changes(), address);
        };
    }

    /// Looks at an admin token, unless the address has to wait because it guessed too often.
    Optional<Answer> refuseToken(String token, String address) {
        var wait = attempts.remaining(address);
        if (wait.isPresent()) {
            return wait.map(Gate::tooMany);
        }
        if (!adminToken.matches(token)) {
            attempts.failed(address);
            audit.record(new AuditEvent("unknown", "login", "admin", address, "refused"));
            return Optional.of(Answer.refusal(401, TOKEN_WRONG));
        }
        attempts.succeeded(address);
        return Optional.empty();
    }

    /// Looks at a key that somebody wants to log in to the panel with.
    Optional<Answer> refuseKey(String key, String address) {
        var wait = attempts.remaining(address);
        if (wait.isPresent()) {
            return wait.map(Gate::tooMany);
        }
        if (accounts.stations().find(key).isPresent()) {
            return Optional.of(Answer.refusal(403, STATION_KEY));
        }
        if (accounts.byOwnKey(key).isEmpty()) {
            attempts.failed(address);
            audit.record(new AuditEvent("unknown", "login", "panel", address, "refused"));
            return Optional.of(Answer.refusal(401, KEY_WRONG));
        }
        return Optional.empty();
    }

    /// The key in an `Authorization` header, with or without the word `Bearer` before it.
    public static Optional<String> headerKey(Optional<String> authorization) {
        return authorization.map(String::strip).map(Doorkeeper::withoutScheme);
    }

    private static String withoutScheme(String value) {
        return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : value;
    }

    private Entry streamer(Context context, Route route) {
        var key =
                headerKey(Optional.ofNullable(context.header("Authorization")))
                        .or(() -> Optional.ofNullable(context.queryParam("api_key")));
        return key.map(given -> byKey(given, route.access()))
                .orElseGet(() -> streamerSession(context, route.verb().changes()));
    }

    private Entry byKey(String key, Access access) {
        if (key.isEmpty()) {
            return away(401, KEY_MISSING);
        }
        if (access == Access.OWNER && accounts.stations().find(key).isPresent()) {
            return away(403, STATION_KEY);
        }
        return accounts.byApiKey(key)
                .<Entry>map(account -> new Entry.Open(new Caller.Streamer(account, key)))
                .orElseGet(() -> away(401, KEY_WRONG));
    }

    private Entry streamerSession(Context context, boolean changes) {
        var session = session(context, SessionCookie.PANEL);
        if (session.isEmpty()) {
            return new Entry.Closed(Answer.unprocessable("api_key", "is missing"));
        }
        if (changes && !hasCsrfToken(context, session.get())) {
            return csrfMissing();
        }
        return session.map(Session::person)
                .filter(Person.Streamer.class::isInstance)
                .map(Person.Streamer.class::cast)
                .flatMap(streamer -> accounts.byId(streamer.id()))
                .<Entry>map(account -> new Entry.Open(new Caller.Streamer(account, "")))
                .orElseGet(() -> away(401, KEY_WRONG));
    }

    private Entry operator(Context context, boolean changes, String address) {
        var token = headerKey(Optional.ofNullable(context.header("Authorization")));
        if (token.isPresent()) {
            return refuseToken(token.get(), address)
                    .<Entry>map(Entry.Closed::new)
                    .orElseGet(() -> new Entry.Open(new Caller.Operator()));
        }
        var session =
                session(context, SessionCookie.ADMIN)
                        .filter(open -> open.person() instanceof Person.Operator);
        if (session.isEmpty()) {
            return away(401, TOKEN_WRONG);
        }
        return changes && !hasCsrfToken(context, session.get())
                ? csrfMissing()
                : new Entry.Open(new Caller.Operator());
    }

    private Optional<Session> session(Context context, SessionCookie cookie) {
        return Optional.ofNullable(context.cookie(cookie.cookieName())).flatMap(sessions::find);
    }

    private static boolean hasCsrfToken(Context context, Session session) {
        return session.csrfToken().equals(context.header("X-CSRF-Token"));
    }

    private static Entry csrfMissing() {
        return away(403, "the X-CSRF-Token header is missing or wrong");
    }

    private static Entry away(int status, String detail) {
        return new Entry.Closed(Answer.refusal(status, detail));
    }
}
