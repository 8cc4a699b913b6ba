package net.ratonet.station.telemetry.modem.glinet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.telemetry.modem.DeviceHttp;
import net.ratonet.station.telemetry.modem.LoginGuard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Speaks to one router: logs in by its challenge, which keeps the password here, and calls what it
/// offers. For one thread at a time.
final class GlinetClient implements AutoCloseable {

    private static final String USER = "root";
    private static final int ACCESS_DENIED = -32_000;
    private static final int BAD_ARGUMENTS = -32_602;

    private final DeviceHttp http;
    private final LoginGuard guard;
    private final String link;
    private String session = "";
    private int questions;

    /// @param link where the router is, which its password goes by
    GlinetClient(DeviceHttp http, LoginGuard guard, String link) {
        this.http = http;
        this.guard = guard;
        this.link = link;
    }

    /// The result of a call.
    JsonNode call(String service, String method, ObjectNode arguments)
            throws IOException, InterruptedException {
        if (session.isEmpty()) {
            login();
        }
        var answer = attempt(service, method, arguments);
        if (error(answer) == ACCESS_DENIED) {
            login();
            answer = attempt(service, method, arguments);
        }
        if (error(answer) == BAD_ARGUMENTS && arguments.isEmpty()) {
            // Some models want a list where others want an object, also of nothing.
            answer = attempt(service, method, Json.array());
        }
        return result(answer);
    }

    @Override
    public void close() {
        http.close();
    }

    private ObjectNode attempt(String service, String method, JsonNode arguments)
            throws IOException, InterruptedException {
        var params = Json.array().add(session).add(service).add(method).add(arguments);
        return ask("call", params);
    }

    /// The password is asked for only after the other side has shown that it is such a router.
    private void login() throws IOException, InterruptedException {
        session = "";
        var challenge = result(ask("challenge", Json.object().put("username", USER)));
        var password =
                guard.take(link)
                        .orElseThrow(
                                () -> new IOException("there is no password that may be tried"));
        try {
            var hash = proof(challenge, password);
            var answer = ask("login", Json.object().put("username", USER).put("hash", hash));
            if (error(answer) == ACCESS_DENIED) {
                guard.refused(link);
            }
            session = result(answer).path("sid").asString("");
            guard.accepted(link);
        } catch (IOException trouble) {
            guard.failed(link, String.valueOf(trouble.getMessage()));
            throw trouble;
        }
    }

    private static String proof(JsonNode challenge, String password) throws IOException {
        var hash =
                UnixCrypt.hash(
                                challenge.path("alg").asInt(0),
                                challenge.path("salt").asString(""),
                                password)
                        .orElseThrow(() -> new IOException("it keeps passwords in an unknown way"));
        var text = "%s:%s:%s".formatted(USER, hash, challenge.path("nonce").asString(""));
        return HexFormat.of()
                .formatHex(
                        digest(challenge.path("hash-method").asString("md5"))
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String name) throws IOException {
        var algorithm =
                Optional.ofNullable(
                                Map.of("md5", "MD5", "sha256", "SHA-256", "sha512", "SHA-512")
                                        .get(name))
                        .orElseThrow(() -> new IOException("it hashes in an unknown way"));
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }

    private ObjectNode ask(String method, JsonNode params)
            throws IOException, InterruptedException {
        questions++;
        ObjectNode question =
                Json.object().put("jsonrpc", "2.0").put("id", questions).put("method", method);
        question.set("params", params);
        var answer =
                http.post("/rpc", Map.of("Content-Type", "application/json"), Json.write(question));
        if (answer.status() == 200
                && Json.readObject(answer.body()) instanceof Decoded.Accepted<ObjectNode>(var json)
                && (json.has("result") || json.has("error"))) {
            return json;
        }
        throw new IOException("no router of GL.iNet answers there");
    }

    private static int error(ObjectNode answer) {
        return answer.path("error").path("code").asInt(0);
    }

    private static JsonNode result(ObjectNode answer) throws IOException {
        if (!answer.has("result")) {
            throw new IOException("the router answers error " + error(answer));
        }
        return answer.path("result");
    }
}
