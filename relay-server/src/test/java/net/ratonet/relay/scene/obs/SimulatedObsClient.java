package net.ratonet.relay.scene.obs;

import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One session of a simulated OBS: the handshake, then requests and events.
final class SimulatedObsClient {

    static final int RPC_VERSION = 1;

    static final int CLOSE_DECODE_ERROR = 4002;
    static final int CLOSE_MISSING_FIELD = 4003;
    static final int CLOSE_UNKNOWN_OP = 4006;
    static final int CLOSE_NOT_IDENTIFIED = 4007;
    static final int CLOSE_ALREADY_IDENTIFIED = 4008;
    static final int CLOSE_WRONG_PASSWORD = 4009;
    static final int CLOSE_RPC_VERSION = 4010;
    static final int CLOSE_KICKED = 4011;

    private static final int HELLO = 0;
    private static final int IDENTIFY = 1;
    private static final int IDENTIFIED = 2;
    private static final int EVENT = 5;
    private static final int REQUEST = 6;
    private static final int REQUEST_RESPONSE = 7;

    /// Salt and challenge of the protocol's own example, so that its answer can be looked up.
    private static final String SALT = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=";

    private static final String CHALLENGE = "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=";

    /// The wire to one client.
    interface Wire {
        void send(String text);

        void close(int code, String reason);
    }

    private final Wire wire;
    private final String password;
    private final SimulatedObsRequests requests;
    private boolean identified;
    private int subscriptions;

    SimulatedObsClient(Wire wire, String password, SimulatedObsRequests requests) {
        this.wire = wire;
        this.password = password;
        this.requests = requests;
    }

    void greet() {
        var hello =
                Json.object()
                        .put("obsWebSocketVersion", SimulatedObs.VERSION)
                        .put("rpcVersion", RPC_VERSION);
        if (!password.isEmpty()) {
            hello.putObject("authentication").put("challenge", CHALLENGE).put("salt", SALT);
        }
        send(HELLO, hello);
    }

    synchronized void hear(String text) {
        if (!(Json.readObject(text) instanceof Decoded.Accepted<ObjectNode>(var message))) {
            wire.close(CLOSE_DECODE_ERROR, "not JSON");
        } else if (!(message.get("d") instanceof ObjectNode body) || !message.has("op")) {
            wire.close(CLOSE_MISSING_FIELD, "op and d are needed");
        } else {
            hear(message.get("op").asInt(-1), body);
        }
    }

    /// Tells of an event, if the client has asked for its kind.
    synchronized void tell(String type, int intent, ObjectNode fields) {
        if (identified && (subscriptions & intent) != 0) {
            var event = Json.object().put("eventType", type).put("eventIntent", intent);
            event.set("eventData", fields);
            send(EVENT, event);
        }
    }

    synchronized boolean isIdentified() {
        return identified;
    }

    void say(String raw) {
        wire.send(raw);
    }

    void close(int code, String reason) {
        wire.close(code, reason);
    }

    private void hear(int op, ObjectNode body) {
        switch (op) {
            case IDENTIFY -> identify(body);
            case REQUEST -> request(body);
            default -> wire.close(CLOSE_UNKNOWN_OP, "unknown op " + op);
        }
    }

    private void identify(JsonNode body) {
        if (identified) {
            wire.close(CLOSE_ALREADY_IDENTIFIED, "already identified");
        } else if (body.path("rpcVersion").asInt(0) != RPC_VERSION) {
            wire.close(CLOSE_RPC_VERSION, "unsupported rpc version");
        } else if (!isAuthentic(body.path("authentication").asString(""))) {
            wire.close(CLOSE_WRONG_PASSWORD, "authentication failed");
        } else {
            identified = true;
            subscriptions = body.path("eventSubscriptions").asInt(0x7FF);
            send(IDENTIFIED, Json.object().put("negotiatedRpcVersion", RPC_VERSION));
        }
    }

    private boolean isAuthentic(String answer) {
        return password.isEmpty() || ObsAuth.answer(password, SALT, CHALLENGE).equals(answer);
    }

    private void request(JsonNode body) {
        if (!identified) {
            wire.close(CLOSE_NOT_IDENTIFIED, "identify first");
            return;
        }
        var type = body.path("requestType").asString("");
        var outcome = requests.answer(type, body.path("requestData"));
        var response =
                Json.object()
                        .put("requestType", type)
                        .put("requestId", body.path("requestId").asString(""));
        var status = response.putObject("requestStatus");
        status.put("result", outcome.isSuccess()).put("code", outcome.code());
        if (!outcome.comment().isEmpty()) {
            status.put("comment", outcome.comment());
        }
        if (!outcome.fields().isEmpty()) {
            response.set("responseData", outcome.fields());
        }
        send(REQUEST_RESPONSE, response);
    }

    private void send(int op, ObjectNode body) {
        wire.send(Json.write(Json.object().put("op", op).set("d", body)));
    }
}
