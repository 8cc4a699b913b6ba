package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.ratonet.relay.health.Sentence;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.wire.Decoded;
import org.junit.jupiter.api.Test;

final class NoalbsConfigCodecTest {

    /// What a streamer with a small SLS server, a backup and chat commands would have.
    private static final String FULL =
            """
            {
              "user": {"id": null, "name": "rato", "passwordHash": null},
              "switcher": {
                "bitrateSwitcherEnabled": true,
                "onlySwitchWhenStreaming": false,
                "instantlySwitchOnRecover": false,
                "autoSwitchNotification": true,
                "retryAttempts": 4,
                "triggers": {"low": 450, "rtt": 1500, "offline": 400, "rttOffline": null},
                "switchingScenes": {"normal": "Rua", "low": "Rua fraca", "offline": "Volto já"},
                "streamServers": [
                  {
                    "streamServer": {
                      "type": "SrtLiveServer",
                      "statsUrl": "http://127.0.0.1:8181/stats",
                      "publisher": "publish/live/secretfeed"
                    },
                    "name": "SLS", "priority": 0, "overrideScenes": null,
                    "dependsOn": {"name": "casa", "backupScenes": {"normal": "a", "low": "b", "offline": "c"}},
                    "enabled": true
                  },
                  {"streamServer": {"type": "Carrier Pigeon"}, "name": "casa", "priority": 1}
                ]
              },
              "software": {
                "type": "Obs", "host": "192.168.0.7", "password": "hunter2", "port": 4444,
                "collections": {"irl": {"profile": "IRL", "collection": "Rua"}}
              },
              "chat": {"platform": {"Kick": {"channelId": 1}}, "username": "rato", "admins": [], "prefix": "!"},
              "optionalScenes": {"starting": "Começando", "ending": null, "privacy": "Banho", "refresh": null},
              "optionalOptions": {
                "twitchTranscodingCheck": false, "twitchTranscodingRetries": 5,
                "twitchTranscodingDelaySeconds": 15, "offlineTimeout": 20,
                "recordWhileStreaming": true, "switchToStartingSceneOnStreamStart": false,
                "switchFromStartingSceneToLiveScene": true
              }
            }
            """;

    @Test
    void takesOverConnectionAndScenes() {
        var settings = accept(FULL).settings();

        assertThat(settings.address()).isEqualTo("192.168.0.7:4444");
        assertThat(settings.password()).isEqualTo("hunter2");
        assertThat(settings.rules().scenes())
                .isEqualTo(
                        new SceneNames(
                                "Rua",
                                Optional.of("Rua fraca"),
                                "Volto já",
                                Optional.of("Começando"),
                                Optional.empty(),
                                Optional.of("Banho"),
                                Optional.empty()));
    }

    @Test
    void takesOverTriggersOptionsAndPatience() {
        var rules = accept(FULL).settings().rules();

        assertThat(rules.triggers())
                .isEqualTo(
                        new Triggers(
                                Optional.of(Trigger.below(450)),
                                Optional.of(Trigger.above(1_500)),
                                Optional.of(Trigger.below(400)),
                                Optional.empty()));
        assertThat(rules.options()).isEqualTo(new SceneOptions(true, false, false, true));
        assertThat(rules.timing().fallback()).isEqualTo(Duration.ofSeconds(4));
        assertThat(rules.offlineStates()).isEqualTo(Set.of(HealthState.DOWN));
    }

    @Test
    void saysWhatItDidNotTakeOver() {
        var notes = accept(FULL).notTakenOver();

        assertThat(notes)
                .extracting(Sentence::english)
                .containsExactly(
                        "Server \"SLS\" (SrtLiveServer): the relay measures its own signal, point"
                                + " the encoder to it",
                        "Server \"SLS\": there are no scenes per server here",
                        "Server \"casa\": unknown type Carrier Pigeon",
                        "OBS profiles and scene collections are not switched",
                        "Chat: commands are set up in the panel",
                        "Options without equivalent: offlineTimeout, recordWhileStreaming");
    }

    @Test
    void repeatsNoSecret() {
        var notes = accept(FULL).notTakenOver().toString();

        assertThat(notes).doesNotContain("hunter2").doesNotContain("secretfeed");
        assertThat(accept(FULL).settings().toString()).doesNotContain("hunter2");
    }

    @Test
    void fillsInTheDefaultsOfNoalbs() {
        var settings = accept("{\"switcher\":{}}").settings();

        assertThat(settings.address()).isEqualTo("localhost:4455");
        assertThat(settings.rules().scenes().all()).containsExactly("live", "offline", "low");
        assertThat(settings.rules().triggers().lowKbps()).contains(Trigger.below(800));
        assertThat(settings.rules().triggers().lowRttMs()).contains(Trigger.above(2_500));
        assertThat(settings.rules().timing().fallback()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.rules().options()).isEqualTo(new SceneOptions(true, true, true, false));
    }

    @Test
    void leavesATriggerOffThatIsNotSet() {
        var triggers =
                accept("{\"switcher\":{\"triggers\":{\"low\":500}}}").settings().rules().triggers();

        assertThat(triggers.lowRttMs()).isEmpty();
    }

    @Test
    void notesAValueOfTheWrongKindAndGoesOn() {
        var imported =
                accept(
                        """
                        {"switcher":{"triggers":{"low":"many"},"retryAttempts":-1,"streamServers":{}},
                         "software":{"host":7,"port":99999}}
                        """);

        assertThat(imported.settings().address()).isEqualTo("localhost:4455");
        assertThat(imported.notTakenOver())
                .extracting(Sentence::english)
                .contains(
                        "switcher.triggers.low: value not understood (STRING), ignored",
                        "switcher.retryAttempts: value not understood (NUMBER), ignored",
                        "switcher.streamServers: value not understood (OBJECT), ignored",
                        "software.host: value not understood (NUMBER), ignored");
    }

    @Test
    void refusesAConfigurationOfTheFirstNoalbs() {
        var decoded = NoalbsConfigCodec.decode("{\"obs\":{\"ip\":\"localhost:4444\"},\"rtmp\":{}}");

        assertThat(decoded).isInstanceOf(Decoded.Refused.class);
        assertThat(decoded.toString()).startsWith("switcher is missing");
    }

    @Test
    void saysThatNoalbsOwnMachineIsNotTheRelays() {
        var named = accept("{\"switcher\":{},\"software\":{\"host\":\"127.0.0.1\"}}");
        var meant = accept("{\"switcher\":{}}");

        assertThat(named.notTakenOver().toString()).contains("Host 127.0.0.1: that was NOALBS's");
        assertThat(meant.notTakenOver().toString()).contains("Host localhost: that was NOALBS's");
    }

    @Test
    void keepsToTheLimitsOfEverybodysSettings() {
        var host = "{\"switcher\":{},\"software\":{\"host\":\"ws://obs\"}}";
        var scene =
                "{\"switcher\":{\"switchingScenes\":{\"normal\":\"%s\"}}}"
                        .formatted("x".repeat(201));
        var trigger = "{\"switcher\":{\"triggers\":{\"rtt\":1e9}}}";

        assertThat(NoalbsConfigCodec.decode(host))
                .hasToString("host must be a host name or an address");
        assertThat(NoalbsConfigCodec.decode(scene))
                .hasToString("scenes.live must have at most 200 characters");
        assertThat(NoalbsConfigCodec.decode(trigger))
                .hasToString("triggers.rtt must be between 1 and 60000");
    }

    @Test
    void survivesAnyText() {
        var random = new Random(4);
        for (var text :
                List.of("", "[]", "null", "{", "{\"switcher\":[]}", "{\"switcher\":null}")) {
            assertThat(NoalbsConfigCodec.decode(text)).isNotNull();
        }
        for (var round = 0; round < 500; round++) {
            var at = random.nextInt(FULL.length());
            var broken =
                    FULL.substring(0, at) + (char) random.nextInt(128) + FULL.substring(at + 1);

            assertThat(NoalbsConfigCodec.decode(broken)).isNotNull();
        }
    }

    private static NoalbsImport accept(String text) {
        var decoded = NoalbsConfigCodec.decode(text);
        if (decoded instanceof Decoded.Accepted<NoalbsImport>(var imported)) {
            return imported;
        }
        throw new AssertionError("refused: " + decoded);
    }
}
