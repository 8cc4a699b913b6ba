package net.ratonet.relay.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.ratonet.relay.scene.obs.SimulatedObs;
import net.ratonet.shared.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A streamer sets an OBS of their own and goes out into the field: the whole relay, a station's
/// socket, and an OBS without a picture.
@Timeout(120)
final class OwnObsEndToEndTest {

    private static final String LINKS =
            """
            {"type":"network","data":{"links":[{"interface":"wwan0","type":"4g","connected":true,
             "rtt_ms":50,"jitter_ms":5,"packet_loss_pct":0,"bandwidth_mbps":8,"score":95}]}}\
            """;

    @TempDir private Path folder;
    private final SimulatedObs obs = SimulatedObs.start("segredo", "LIVE", "BRB", "Banho");
    private RunningRelay relay;
    private RunningRelay.Streamer ana;

    @BeforeEach
    void startRelay() throws IOException {
        relay = RunningRelay.start(folder, Map.of("OBS_PRIVATE_HOSTS", "true"));
        ana = relay.approved("ana");
    }

    @AfterEach
    void stop() {
        relay.close();
        obs.close();
    }

    @Test
    void fallsBackWhenTheStationGoesSilentAndSaysWhy() throws IOException {
        setObs();
        var station = report();
        awaitScene("the station is healthy", scene -> state(scene).equals("healthy"));

        station.abort();
        var fallback = awaitScene("BRB is on", scene -> current(scene).equals("BRB"));
        report();
        var back = awaitScene("LIVE is on again", scene -> current(scene).equals("LIVE"));

        assertThat(fallback.path("in_fallback").asBoolean()).isTrue();
        assertThat(fallback.at("/log/0/outcome").asString()).isEqualTo("switched");
        assertThat(fallback.at("/log/0/text").asString())
                .isEqualTo(
                        "Switched from LIVE to BRB: Stream offline (The station has stopped"
                                + " reporting)");
        assertThat(fallback.at("/health/reasons/0/cause").asString()).isEqualTo("agent_gone");
        assertThat(back.at("/log/0/text").asString()).startsWith("Switched from BRB to LIVE");
        assertThat(obs.program()).isEqualTo("LIVE");
    }

    @Test
    void holdsWhatAPersonWantsHeld() throws IOException {
        setObs();
        awaitScene("OBS is connected", OwnObsEndToEndTest::isConnected);

        post("/api/me/scene/hold", "");
        post("/api/me/scene/switch", "{\"scene\":\"LIVE\"}");
        var held = awaitScene("it says why not", scene -> outcome(scene).equals("held"));
        post("/api/me/scene/release", "");
        awaitScene("BRB is on", scene -> current(scene).equals("BRB"));

        assertThat(held.at("/log/0/text").asString())
                .isEqualTo("Did not switch to BRB: scene LIVE is held");
    }

    @Test
    void connectsAgainWithOtherSettingsAndLeavesWhenTheyGo() throws IOException {
        setObs();
        awaitScene("OBS is connected", OwnObsEndToEndTest::isConnected);

        relay.call("PUT", "/api/me/obs", ana.key(), settings("a wrong one"));
        var refused =
                awaitScene("the problem is named", scene -> !scene.path("problems").isEmpty());
        setObs();
        awaitScene("OBS is connected again", OwnObsEndToEndTest::isConnected);
        relay.call("DELETE", "/api/me/obs", ana.key(), "");
        Await.until("nobody is connected to OBS", () -> obs.clients() == 0);

        assertThat(refused.path("connected").asBoolean()).isFalse();
        assertThat(refused.at("/problems/0").asString()).startsWith("OBS refused the password.");
    }

    @Test
    void leavesWithTheAccount() throws IOException {
        setObs();
        awaitScene("OBS is connected", OwnObsEndToEndTest::isConnected);

        relay.call("DELETE", "/api/admin/streamers/" + ana.id(), RunningRelay.ADMIN, "");

        Await.until("nobody is connected to OBS", () -> obs.clients() == 0);
    }

    @Test
    void remembersAnObsAcrossARestart() throws IOException {
        setObs();
        relay.close();

        relay = RunningRelay.start(folder, Map.of("OBS_PRIVATE_HOSTS", "true"));
        var connected = awaitScene("OBS is connected", OwnObsEndToEndTest::isConnected);

        assertThat(connected.path("active").asBoolean()).isTrue();
    }

    /// The relay must not knock at its own doors for whoever registers.
    @Test
    void staysAwayFromItsOwnMachineUnlessTheOperatorAllowsIt() throws IOException {
        relay.close();
        relay = RunningRelay.start(folder, Map.of());
        setObs();

        var scene =
                awaitScene("the problem is named", status -> !status.path("problems").isEmpty());

        assertThat(scene.at("/problems/0").asString()).contains("OBS_PRIVATE_HOSTS");
        assertThat(obs.clients()).isZero();
    }

    private void setObs() throws IOException {
        relay.call("PUT", "/api/me/obs", ana.key(), settings("segredo"));
    }

    private String settings(String password) {
        return """
        {"host":"127.0.0.1","port":%d,"password":"%s",
         "timing":{"fallback_delay_s":0.1,"recovery_delay_s":0.1,"dwell_s":0.1}}\
        """
                .formatted(obs.port(), password);
    }

    private WebSocket report() {
        var station = relay.field(ana);
        station.sendText(LINKS, true).join();
        return station;
    }

    private void post(String path, String body) throws IOException {
        relay.call("POST", path, ana.key(), body);
    }

    private ObjectNode awaitScene(String what, Predicate<ObjectNode> expected) {
        return Await.value(
                what,
                () ->
                        Optional.of(relay.call("GET", "/api/me/scene", ana.key(), ""))
                                .filter(expected));
    }

    private static boolean isConnected(JsonNode scene) {
        return scene.path("connected").asBoolean();
    }

    private static String current(JsonNode scene) {
        return scene.path("current_scene").asString("");
    }

    private static String state(JsonNode scene) {
        return scene.at("/health/state").asString("");
    }

    private static String outcome(JsonNode scene) {
        return scene.at("/log/0/outcome").asString("");
    }
}
