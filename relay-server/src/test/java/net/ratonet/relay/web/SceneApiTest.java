package net.ratonet.relay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.health.HealthInputs;
import net.ratonet.relay.health.HealthReason;
import net.ratonet.relay.health.HealthVerdict;
import net.ratonet.relay.health.Links;
import net.ratonet.relay.health.Media;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.DecisionLog;
import net.ratonet.relay.scene.SceneDecision;
import net.ratonet.relay.scene.SceneStatus;
import net.ratonet.relay.scene.SignalLevel;
import net.ratonet.relay.scene.obs.ObsAnswer;
import net.ratonet.shared.telemetry.HealthState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SceneApiTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private WebWorld world;
    private String[] ana;
    private FakeSceneRemote obs;

    @BeforeEach
    void registerAna() throws IOException {
        world = WebWorld.open();
        var registered = world.approved("ana");
        ana = new String[] {"Authorization", "Bearer " + registered.apiKey()};
        obs = world.scenes.give(registered.account().id());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void showsWhatObsShowsAndWhy() throws IOException {
        obs.show(fallback(), down());

        var shown = world.get("/api/me/scene", english()).json();

        assertThat(shown.path("active").asBoolean()).isTrue();
        assertThat(shown.path("connected").asBoolean()).isTrue();
        assertThat(shown.path("current_scene").asString()).isEqualTo("BRB");
        assertThat(shown.path("in_fallback").asBoolean()).isTrue();
        assertThat(shown.path("held").asBoolean()).isFalse();
        assertThat(shown.at("/problems/0").asString()).isEqualTo("OBS has no scene \"Fraca\".");
        assertThat(shown.at("/health/state").asString()).isEqualTo("down");
        assertThat(shown.at("/health/message").asString()).isEqualTo("Stream offline");
        assertThat(shown.at("/health/reasons/0/cause").asString()).isEqualTo("agent_gone");
        assertThat(shown.at("/health/reasons/0/text").asString())
                .isEqualTo("The station has stopped reporting");
    }

    @Test
    void listsDecisionsNewestFirst() throws IOException {
        obs.show(fallback(), down());

        var log = world.get("/api/me/scene", english()).json().path("log");

        assertThat(log).hasSize(2);
        assertThat(log.at("/0/at").asString()).isEqualTo("2026-05-01T12:00:03Z");
        assertThat(log.at("/0/outcome").asString()).isEqualTo("switched");
        assertThat(log.at("/0/current").asString()).isEqualTo("LIVE");
        assertThat(log.at("/0/wanted").asString()).isEqualTo("BRB");
        assertThat(log.at("/0/level").asString()).isEqualTo("offline");
        assertThat(log.at("/0/text").asString()).isEqualTo("Switched");
        assertThat(log.at("/1/outcome").asString()).isEqualTo("waits_for_delay");
    }

    @Test
    void speaksPortugueseUnlessAskedOtherwise() throws IOException {
        obs.show(fallback(), down());

        var shown = world.get("/api/me/scene", ana).json();

        assertThat(shown.at("/log/0/text").asString()).isEqualTo("Trocou");
        assertThat(shown.at("/health/reasons/0/text").asString())
                .isEqualTo("A estação parou de enviar dados");
    }

    @Test
    void showsThatThereIsNoObs() throws IOException {
        var bia = "Bearer " + world.approved("bia").apiKey();

        var shown = world.get("/api/me/scene", "Authorization", bia);
        var asked = world.post("/api/me/scene/release", "", "Authorization", bia);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("active").asBoolean()).isFalse();
        assertThat(shown.json().path("log")).isEmpty();
        assertThat(asked.status()).isEqualTo(404);
        assertThat(asked.detail()).isEqualTo("Nenhum OBS ativo para você");
    }

    @Test
    void showsAnObsThatHasNotBeenJudgedYet() throws IOException {
        var shown = world.get("/api/me/scene", ana).json();

        assertThat(shown.path("active").asBoolean()).isTrue();
        assertThat(shown.path("connected").asBoolean()).isFalse();
        assertThat(shown.path("current_scene").isNull()).isTrue();
        assertThat(shown.path("health").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scene/hold      | ''                                                  | hold
                    scene/hold      | {}                                                  | hold
                    scene/hold      | {"minutes":1.5}                                     | hold PT1M30S
                    scene/release   | ''                                                  | release
                    scene/switch    | {"scene":"Banho"}                                   | switch Banho
                    scene/source    | {"scene":"LIVE","source":"Mapa","visible":false}    | source LIVE/Mapa false
                    obs/reconnect   | ''                                                  | reconnect
                    """)
    void passesOnWhatAPersonAsks(String path, String body, String asked) throws IOException {
        var reply = world.post("/api/me/" + path, body, ana);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("message").asString()).isNotEmpty();
        assertThat(obs.asked()).containsExactly(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hold      | {"minutes":0}                            | minutes
                    hold      | {"minutes":"long"}                       | minutes
                    hold      | []                                       | body
                    switch    | {}                                       | scene
                    switch    | {"scene":" "}                            | scene
                    switch    | ''                                       | body
                    source    | {"scene":"LIVE","source":"Mapa"}         | visible
                    source    | {"scene":"LIVE","visible":true}          | source
                    """)
    void namesTheFieldThatIsWrong(String path, String body, String field) throws IOException {
        var reply = world.post("/api/me/scene/" + path, body, ana);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("field").asString()).isEqualTo(field);
        assertThat(obs.asked()).isEmpty();
    }

    @Test
    void repeatsWhyObsRefused() throws IOException {
        obs.answerWith(
                new ObsAnswer.Failed(
                        new Sentence("O OBS não está conectado", "OBS is not connected")));

        var reply = world.post("/api/me/scene/switch", "{\"scene\":\"Banho\"}", english());

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.detail()).isEqualTo("OBS is not connected");
    }

    @Test
    void letsNobodyElseSwitch() throws IOException {
        var stranger =
                world.post(
                        "/api/me/scene/switch",
                        "{\"scene\":\"Banho\"}",
                        "Authorization",
                        "Bearer wrong");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(obs.asked()).isEmpty();
    }

    private String[] english() {
        return new String[] {ana[0], ana[1], "Accept-Language", "en"};
    }

    private static SceneStatus fallback() {
        var missing =
                new Sentence("A cena \"Fraca\" não existe no OBS.", "OBS has no scene \"Fraca\".");
        return new SceneStatus(
                true,
                Optional.of("BRB"),
                true,
                false,
                List.of(missing),
                new DecisionLog(
                        List.of(
                                decision(
                                        NOON,
                                        SceneDecision.Outcome.WAITS_FOR_DELAY,
                                        new Sentence("Espera", "Waits")),
                                decision(
                                        NOON.plusSeconds(3),
                                        SceneDecision.Outcome.SWITCHED,
                                        new Sentence("Trocou", "Switched")))));
    }

    private static SceneDecision decision(Instant at, SceneDecision.Outcome outcome, Sentence why) {
        return new SceneDecision(at, SignalLevel.OFFLINE, "LIVE", "BRB", outcome, why);
    }

    private static HealthVerdict down() {
        return new HealthVerdict(
                0,
                HealthState.DOWN,
                List.of(
                        new HealthReason(
                                HealthReason.Cause.AGENT_GONE,
                                0,
                                new Sentence(
                                        "A estação parou de enviar dados",
                                        "The station has stopped reporting"))),
                Duration.ZERO,
                new HealthInputs(Links.UNREPORTED, new Media.Unseen(), Optional.empty()));
    }
}
