package net.ratonet.relay.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.PairingCodes;
import net.ratonet.relay.admin.AttemptLimiter;
import net.ratonet.relay.config.FieldConfig;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Gate;
import net.ratonet.relay.web.http.RequestHost;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.live.FieldDesk;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import tools.jackson.databind.node.ObjectNode;

/// How a station gets a key without anybody copying one: the panel shows a link that holds a code,
/// the station exchanges the code.
public final class PairingRoutes implements RouteGroup {

    /// The close code that tells an agent that its key is not valid.
    private static final int BAD_KEY = 4001;

    private static final int LONGEST_CODE = 128;
    private static final Pattern ONLY_HERE =
            Pattern.compile("wss?://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    private final Accounts accounts;
    private final PairingCodes codes;
    private final FieldDesk desk;
    private final FieldConfig field;
    private final AttemptLimiter attempts;

    /// @param attempts who tried wrong codes; of these routes alone
    public PairingRoutes(
            Accounts accounts,
            PairingCodes codes,
            FieldDesk desk,
            FieldConfig field,
            AttemptLimiter attempts) {
        this.accounts = accounts;
        this.codes = codes;
        this.desk = desk;
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
                                "A link that gives a station its key: works once, for 10 minutes")
                        .forStreamer()
                        .returns(
                                field("link", TEXT), field("code", TEXT), field("expires_at", TEXT))
                        .to(this::make),
                Route.post(
                                "/api/pair",
                                "Exchange a pairing code for a new API key; the old key stops"
                                        + " working")
                        .body(fields(field("code", TEXT)))
                        .returns(
                                field("id", TEXT),
                                field("name", TEXT),
                                field("api_key", TEXT),
                                field("server_url", TEXT))
                        .to(call ->
                                call.object(PairingRoutes::code, code -> exchange(call, code))));
    }

    private Answer make(Call call) {
        var made = codes.make(call.account().id());
        var link =
                "ratonet://pair?server=%s&code=%s"
                        .formatted(URLEncoder.encode(server(call), UTF_8), made.code());
        return secret(
                Json.object()
                        .put("link", link)
                        .put("code", made.code())
                        .put("expires_at", made.expiresAt().toString()));
    }

    private static Decoded<String> code(ObjectNode body) {
        var in = new JsonFields(body);
        return in.finish(() -> in.text("code", LONGEST_CODE).strip());
    }

    /// Nobody guesses a code, so a right one is taken even from an address that has to wait.
    private Answer exchange(Call call, String code) throws IOException {
        var streamer = codes.redeem(code).flatMap(accounts::byId);
        if (streamer.isPresent()) {
            attempts.succeeded(call.address());
            return paired(call, streamer.get());
        }
        var wait = attempts.remaining(call.address());
        if (wait.isPresent()) {
            return Gate.tooMany(wait.get());
        }
        attempts.failed(call.address());
        return Answer.refusal(404, "this pairing code is wrong, was used, or is too old");
    }

    /// Who holds the old key is sent away, as after any new key. The panel that made the code stays
    /// logged in: it is where the streamer sits.
    private Answer paired(Call call, Account account) throws IOException {
        StreamerId id = account.id();
        var key = accounts.rotateApiKey(id);
        desk.close(id, BAD_KEY, "API key inválida");
        return secret(
                Json.object()
                        .put("id", id.value())
                        .put("name", account.name())
                        .put("api_key", key)
                        .put("server_url", server(call)));
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
