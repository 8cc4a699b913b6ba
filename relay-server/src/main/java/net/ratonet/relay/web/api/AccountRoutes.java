package net.ratonet.relay.web.api;

import static net.ratonet.relay.web.http.Shape.FLAG;
import static net.ratonet.relay.web.http.Shape.TEXT;
import static net.ratonet.relay.web.http.Shape.field;
import static net.ratonet.relay.web.http.Shape.fields;
import static net.ratonet.relay.web.http.Shape.listOf;
import static net.ratonet.relay.web.http.Shape.maybe;

import java.io.IOException;
import java.util.List;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.ProfileChange;
import net.ratonet.relay.account.ProfileChangeCodec;
import net.ratonet.relay.account.RegisterResult;
import net.ratonet.relay.account.Registration;
import net.ratonet.relay.account.RegistrationCodec;
import net.ratonet.relay.config.FieldConfig;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Call;
import net.ratonet.relay.web.http.Route;
import net.ratonet.relay.web.http.RouteGroup;
import net.ratonet.relay.web.http.Shape;
import net.ratonet.shared.wire.Json;

/// Registering, and a streamer's own profile.
public final class AccountRoutes implements RouteGroup {

    private static final Shape PROFILE_BODY =
            fields(
                    maybe("name", TEXT),
                    maybe("avatar_url", TEXT),
                    maybe("color", TEXT),
                    maybe("socials", listOf(TEXT)));

    private final Accounts accounts;
    private final LiveBoard board;
    private final FieldConfig field;

    public AccountRoutes(Accounts accounts, LiveBoard board, FieldConfig field) {
        this.accounts = accounts;
        this.board = board;
        this.field = field;
    }

    @Override
    public String title() {
        return "Account";
    }

    @Override
    public List<Route> routes() {
        return List.of(register(), show(), change(), agentConfig());
    }

    private Route register() {
        return Route.post("/api/register", "Register a streamer; the API key is shown only here")
                .costly()
                .body(
                        fields(
                                field("name", TEXT),
                                field("email", TEXT),
                                maybe("avatar_url", TEXT),
                                maybe("color", TEXT),
                                maybe("socials", listOf(TEXT))))
                .returns(
                        field("id", TEXT),
                        field("name", TEXT),
                        field("api_key", TEXT),
                        field("pull_key", TEXT),
                        field("approved", FLAG),
                        field("server_url", TEXT),
                        field("message", TEXT))
                .to(call -> call.object(RegistrationCodec::decode, this::registered));
    }

    private Answer registered(Registration registration) throws IOException {
        return switch (accounts.register(registration)) {
            case RegisterResult.EmailTaken _ -> Answer.refusal(409, "Email já cadastrado");
            case RegisterResult.Registered done -> welcome(done);
        };
    }

    private Answer welcome(RegisterResult.Registered done) {
        var account = done.account();
        return Answer.json(
                Json.object()
                        .put("id", account.id().value())
                        .put("name", account.name())
                        .put("api_key", done.apiKey())
                        .put("pull_key", done.pullKey())
                        .put("approved", account.approved())
                        .put("server_url", field.serverWsUrl())
                        .put(
                                "message",
                                account.approved()
                                        ? "Cadastro aprovado automaticamente."
                                                + " Configure seu field agent."
                                        : "Cadastro realizado! Aguardando aprovação do admin."));
    }

    private Route show() {
        return Route.get("/api/me", "My profile")
                .forStreamer()
                .returns(OwnProfile.SHAPE)
                .to(call ->
                        Answer.json(
                                OwnProfile.encode(
                                        call.account(), accounts, board.raw(call.account().id()))));
    }

    private Route change() {
        return Route.put("/api/me", "Change my profile")
                .forStreamer()
                .body(PROFILE_BODY)
                .returns(field("message", TEXT), field("updated", listOf(TEXT)))
                .to(call ->
                        call.object(ProfileChangeCodec::decode, change -> changed(call, change)));
    }

    private Answer changed(Call call, ProfileChange change) throws IOException {
        if (change.fields().isEmpty()) {
            return Answer.refusal(400, "Nenhum campo para atualizar");
        }
        var updated = Json.array();
        accounts.changeProfile(call.account().id(), change).forEach(updated::add);
        return Answer.json(
                Json.object().put("message", "Perfil atualizado").set("updated", updated));
    }

    private Route agentConfig() {
        return Route.get(
                        "/api/me/config",
                        "Ready-made settings for the field agent; a session has no API key to put"
                                + " in")
                .forStreamer()
                .returns(
                        field("streamer_id", TEXT),
                        field("server_ws_url", TEXT),
                        field("api_key", TEXT),
                        field("env_content", TEXT))
                .to(this::config);
    }

    private Answer config(Call call) {
        var id = call.account().id().value();
        return Answer.json(
                Json.object()
                        .put("streamer_id", id)
                        .put("server_ws_url", field.serverWsUrl())
                        .put("api_key", call.apiKey())
                        .put(
                                "env_content",
                                """
                                FIELD_SERVER_WS_URL=%s
                                FIELD_STREAMER_ID=%s
                                FIELD_API_KEY=%s
                                FIELD_TELEMETRY_INTERVAL_S=%s
                                FIELD_GPS_DEVICE=%s
                                FIELD_STARLINK_ADDR=%s
                                """
                                        .formatted(
                                                field.serverWsUrl(),
                                                id,
                                                call.apiKey(),
                                                field.telemetryIntervalS(),
                                                field.gpsDevice(),
                                                field.starlinkAddress())));
    }
}
