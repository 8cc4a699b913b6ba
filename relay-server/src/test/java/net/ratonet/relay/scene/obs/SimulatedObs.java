package net.ratonet.relay.scene.obs;

import io.javalin.Javalin;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// An OBS without a picture: it speaks obs-websocket 5 on a loopback port and remembers which scene
/// is on program. It says in its version that it is simulated.
public final class SimulatedObs implements AutoCloseable {

    static final String VERSION = "5.0.0 (Simulated OBS)";

    private static final int SCENES = 4;
    private static final int OUTPUTS = 64;

    private final Map<String, SimulatedObsClient> clients = new ConcurrentHashMap<>();
    private final SimulatedStudio studio;
    private final SimulatedObsRequests requests;
    private final String password;
    private final Javalin server;

    private SimulatedObs(int port, String password, List<String> scenes) {
        this.password = password;
        this.studio = new SimulatedStudio(scenes);
        this.requests = new SimulatedObsRequests(studio);
        this.server =
                Javalin.create(
                                config -> {
                                    config.startup.showJavalinBanner = false;
                                    config.jetty.host = "127.0.0.1";
                                    config.jetty.port = port;
                                    config.routes.ws("/", this::serve);
                                })
                        .start();
    }

    /// Starts on a free port; an empty password asks for none.
    public static SimulatedObs start(String password, String... scenes) {
        return startOn(0, password, scenes);
    }

    public static SimulatedObs startOn(int port, String password, String... scenes) {
        return new SimulatedObs(port, password, List.of(scenes));
    }

    public int port() {
        return server.port();
    }

    public ObsSettings settings(SceneRules rules) {
        return new ObsSettings("127.0.0.1", port(), password, rules);
    }

    /// The scene that viewers see.
    public String program() {
        return studio.program();
    }

    SimulatedStudio studio() {
        return studio;
    }

    /// Somebody sits at OBS and chooses a scene.
    public void choose(String scene) {
        studio.show(scene);
        tellScene();
    }

    public void stream(boolean on) {
        studio.setStreaming(on);
        var state = on ? "OBS_WEBSOCKET_OUTPUT_STARTED" : "OBS_WEBSOCKET_OUTPUT_STOPPED";
        tell(
                "StreamStateChanged",
                OUTPUTS,
                Json.object().put("outputActive", on).put("outputState", state));
    }

    /// Somebody sends all clients away.
    public void kick() {
        clients.values().forEach(client -> client.close(SimulatedObsClient.CLOSE_KICKED, "kicked"));
    }

    /// Sends the same text to all clients, whatever it is.
    public void say(String raw) {
        clients.values().forEach(client -> client.say(raw));
    }

    public long clients() {
        return clients.values().stream().filter(SimulatedObsClient::isIdentified).count();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void serve(WsConfig ws) {
        ws.onConnect(context -> {
            var client = new SimulatedObsClient(new JavalinWire(context), password, requests);
            clients.put(context.sessionId(), client);
            client.greet();
        });
        ws.onMessage(context -> {
            var before = studio.program();
            Optional.ofNullable(clients.get(context.sessionId()))
                    .ifPresent(client -> client.hear(context.message()));
            if (!before.equals(studio.program())) {
                tellScene();
            }
        });
        ws.onClose(context -> clients.remove(context.sessionId()));
    }

    private void tellScene() {
        tell(
                "CurrentProgramSceneChanged",
                SCENES,
                Json.object().put("sceneName", studio.program()));
    }

    private void tell(String type, int intent, ObjectNode fields) {
        clients.values().forEach(client -> client.tell(type, intent, fields));
    }

    private record JavalinWire(WsContext context) implements SimulatedObsClient.Wire {
        @Override
        public void send(String text) {
            context.send(text);
        }

        @Override
        public void close(int code, String reason) {
            context.closeSession(code, reason);
        }
    }
}
