package net.ratonet.station.telemetry.modem.glinet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A GL.iNet router of firmware 4 on loopback, as far as its modem goes: challenge, login, and
/// calls with the session that the login gave. It keeps its password, "Segredo-123", as `openssl
/// passwd` hashes it. Not a recording of a device: put together from what is published about
/// several.
final class SimulatedGlinetRouter implements AutoCloseable {

    private static final String SALT = "8cZ9zPFLRxER8bEK";
    private static final Map<Integer, String> PASSWORD =
            Map.of(
                    1,
                    "$1$8cZ9zPFL$7QLvxWRmGckYRlawOxIC1/",
                    5,
                    "$5$8cZ9zPFLRxER8bEK$.PnzA9s2LfROSAnuF65EPcUm7U5V/4qnIfaKpfwB.G1",
                    6,
                    "$6$8cZ9zPFLRxER8bEK$Xp7FAmu3umLzAmDEYkOcDWCr55tM3M6OCzcSafCWkA5f0CgkbDwvKNN"
                            + "GZdeZEXYKqBnzxs.yYNkTIdomNaHPb.");

    private static final String BUS = "0001:01:00.0";

    private final HttpServer server;
    private final int alg;
    private final String hashMethod;
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile String session = "";
    private volatile boolean listsOnly;
    private volatile String signal =
            "{\"mode\":5,\"strength\":3,\"rssi\":\"-61\",\"rsrp\":\"-94\",\"rsrq\":-11,\"sinr\":\"14\"}";
    private volatile String cells =
            """
            {"cells":[
              {"id":"6921","mode":"LTE","band":3,"type":"servingcell","rsrp":-94},
              {"id":"412","mode":"NR5G-NSA","band":78,"type":"servingcell","rsrp":-101},
              {"id":"17","mode":"LTE","band":7,"type":"neighbourcell","rsrp":-110}]}\
            """;

    /// @param hashMethod empty for a firmware that does not tell, which means MD5
    SimulatedGlinetRouter(int alg, String hashMethod) throws IOException {
        this.alg = alg;
        this.hashMethod = hashMethod;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/rpc", this::answer);
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Where an object is given for no arguments, some models answer with an error.
    void wantListsOnly() {
        listsOnly = true;
    }

    void forgetSession() {
        session = "";
    }

    void tell(String newSignal, String newCells) {
        signal = newSignal;
        cells = newCells;
    }

    int logins() {
        return logins.get();
    }

    int refused() {
        return refused.get();
    }

    int questions() {
        return questions.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.incrementAndGet();
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var body = Json.write(answer(object(text))).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode answer(ObjectNode question) {
        ObjectNode out = Json.object().put("jsonrpc", "2.0").put("id", question.path("id").asInt());
        var params = question.path("params");
        return switch (question.path("method").asString()) {
            case "challenge" -> out.set("result", challenge());
            case "login" -> login(out, params.path("hash").asString());
            case "call" -> call(out, params);
            default -> error(out, -32_601, "Method not found");
        };
    }

    private ObjectNode challenge() {
        var out = Json.object().put("alg", alg).put("salt", SALT).put("nonce", nonce());
        return hashMethod.isEmpty() ? out : out.put("hash-method", hashMethod);
    }

    private String nonce() {
        return "vPiFi2f7tyLd9q0sRlUio655eylETvKn" + logins.get();
    }

    private ObjectNode login(ObjectNode out, String hash) {
        if (!hash.equals(expected())) {
            refused.incrementAndGet();
            return error(out, -32_000, "Access denied");
        }
        session = "TrOZShEm34" + logins.incrementAndGet();
        return out.set("result", Json.object().put("username", "root").put("sid", session));
    }

    private String expected() {
        var text = "root:%s:%s".formatted(PASSWORD.get(alg), nonce());
        var algorithm =
                switch (hashMethod) {
                    case "sha256" -> "SHA-256";
                    case "sha512" -> "SHA-512";
                    default -> "MD5";
                };
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance(algorithm)
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private ObjectNode call(ObjectNode out, JsonNode params) {
        if (session.isEmpty() || !params.path(0).asString("").equals(session)) {
            return error(out, -32_000, "Access denied");
        }
        var arguments = params.path(3);
        if (listsOnly && arguments.isObject() && arguments.isEmpty()) {
            return error(out, -32_602, "Invalid params");
        }
        return switch (params.path(1).asString() + "." + params.path(2).asString()) {
            case "modem.get_status" -> out.set("result", status());
            case "modem.get_info" -> out.set("result", info());
            case "modem.get_cells_info" ->
                    arguments.path("bus").asString("").equals(BUS)
                            ? out.set("result", object(cells))
                            : error(out, -32_602, "Invalid params");
            default -> error(out, -32_601, "Method not found");
        };
    }

    private ObjectNode status() {
        return object(
                """
                {"modems":[{"bus":"%s","current_sim":1,
                  "simcard":{"status":0,"carrier":"Vivo","iccid":"8955","signal":%s},
                  "network":{"status":0,"traffic_total":7340032,"ipv4":{"ip":"10.1.2.3"}}}],
                 "new_sms_count":0}\
                """
                        .formatted(BUS, signal));
    }

    private static ObjectNode info() {
        return object(
                """
                {"modems":[{"bus":"%s","type":0,"name":"RM520N-GL","vendor":"Quectel",
                  "imei":"860000000000000"}]}\
                """
                        .formatted(BUS));
    }

    private static ObjectNode error(ObjectNode out, int code, String message) {
        return out.set("error", Json.object().put("code", code).put("message", message));
    }

    private static ObjectNode object(String text) {
        return switch (Json.readObject(text)) {
            case Decoded.Accepted<ObjectNode>(var json) -> json;
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new AssertionError("not JSON: " + text);
        };
    }
}
