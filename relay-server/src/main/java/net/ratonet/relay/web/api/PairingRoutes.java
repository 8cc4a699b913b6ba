package net.ratonet.relay.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.PairingCodes;
import net.ratonet.relay.account.PairingCodes.Pairing;
import net.ratonet.relay.account.StationKeyCodec;
import net.ratonet.relay.account.StationKeys;
import net.ratonet.relay.admin.AttemptLimiter;
import net.ratonet.relay.config.FieldConfig;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Gate;
import net.ratonet.relay.web.http.RequestHost;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// How a station gets a key without anybody copying one: the panel shows a link that holds a code,
/// the station exchanges the code.
public final class PairingRoutes implements RouteGroup {

    private static final int LONGEST_CODE = 128;
    private static final Pattern ONLY_HERE =
            Pattern.compile("wss?://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    private final Accounts accounts;
    private final PairingCodes codes;
    private final FieldConfig field;
    private final AttemptLimiter attempts;

    /// @param attempts who tried wrong codes; of these routes alone
    public PairingRoutes(
            Accounts accounts, PairingCodes codes, FieldConfig field, AttemptLimiter attempts) {
        this.accounts = accounts;
        this.codes = codes;
        this.field = field;
        this.attempts = attempts;
    }

    @Override
    public String title() {
        return "Pairing";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/me/pairing-code",
                                "A link that gives a station a key of its own: works once, for 10"
                                        + " minutes")
                        .forOwner()
                        .body(fields(maybe("name", TEXT)))
                        .returns(
                                field("link", TEXT), field("code", TEXT), field("expires_at", TEXT))
                        .to(call ->
                                call.objectOrNothing(
                                        StationKeyCodec::name, name -> make(call, name))),
                Route.post(
                                "/api/pair",
                                "Exchange a pairing code for a new key, for this station alone")
                        .body(fields(field("code", TEXT), maybe("name", TEXT)))
                        .returns(
                                field("id", TEXT),
                                field("name", TEXT),
                                field("api_key", TEXT),
                                field("station_id", TEXT),
                                field("station", TEXT),
                                field("server_url", TEXT))
                        .to(call ->
                                call.object(PairingRoutes::wish, wish -> exchange(call, wish))));
    }

    private Answer make(Call call, String name) {
        if (!accounts.stations().hasRoom(call.account().id())) {
            return full();
        }
        var made = codes.make(call.account().id(), name);
        var link =
                "ratonet://pair?server=%s&code=%s"
                        .formatted(URLEncoder.encode(server(call), UTF_8), made.code());
        return secret(
                Json.object()
                        .put("link", link)
                        .put("code", made.code())
                        .put("expires_at", made.expiresAt().toString()));
    }

    /// @param name what the station calls itself, in case its owner has not named it
    private record Wish(String code, String name) {
        @Override
        public String toString() {
            return "Wish[%s]".formatted(name);
        }
    }

    private static Decoded<Wish> wish(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(
                () -> new Wish(in.text("code", LONGEST_CODE).strip(), StationKeyCodec.name(in)));
    }

    /// Nobody guesses a code, so a right one is taken even from an address that has to wait.
    private Answer exchange(Call call, Wish wish) throws IOException {
        var pairing = codes.redeem(wish.code());
        var account = pairing.map(Pairing::streamer).flatMap(accounts::byId);
        if (account.isPresent()) {
            attempts.succeeded(call.address());
            var name = pairing.map(Pairing::name).filter(given -> !given.isEmpty());
            return paired(call, account.get(), name.orElse(wish.name()));
        }
        var wait = attempts.remaining(call.address());
        if (wait.isPresent()) {
            return Gate.tooMany(wait.get());
        }
        attempts.failed(call.address());
        return Answer.refusal(404, "this pairing code is wrong, was used, or is too old");
    }

    private Answer paired(Call call, Account account, String name) throws IOException {
        return accounts.stations()
                .create(account.id(), name)
                .map(made ->
                        secret(
                                Json.object()
                                        .put("id", account.id().value())
                                        .put("name", account.name())
                                        .put("api_key", made.key())
                                        .put("station_id", made.kept().id())
                                        .put("station", made.kept().name())
                                        .put("server_url", server(call))))
                .orElseGet(PairingRoutes::full);
    }

    private static Answer full() {
        return Answer.refusal(
                409, "there are %d stations already; revoke one first".formatted(StationKeys.MOST));
    }

    /// The address that the operator has set; else the one by which the caller knows this relay.
    private String server(Call call) {
        var set = field.serverWsUrl();
        return ONLY_HERE.matcher(set).matches()
                ? RequestHost.of(call).origin().replaceFirst("^http", "ws") + "/ws/field"
                : set;
    }

    private static Answer secret(ObjectNode json) {
        return Answer.json(json).withHeader("Cache-Control", "no-store");
    }
}
