package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SceneRulesCodecTest {

    private static final SceneRules EVERYTHING =
            new SceneRules(
                    new SceneNames(
                            "Rua",
                            Optional.of("Rua fraca"),
                            "Volto já",
                            Optional.of("Começando"),
                            Optional.of("Fim"),
                            Optional.of("Banho"),
                            Optional.of("Recarga")),
                    Set.of(HealthState.DOWN),
                    new Triggers(
                            Optional.of(Trigger.below(450)),
                            Optional.of(Trigger.above(1_500)),
                            Optional.of(Trigger.below(100.5)),
                            Optional.of(Trigger.above(4_000))),
                    new SceneTiming(
                            Duration.ofMillis(1_500),
                            Duration.ofSeconds(7),
                            Duration.ofMillis(250),
                            3),
                    new SceneOptions(false, false, true, true));

    @Test
    void comesBackFromJsonAsItWent() {
        assertThat(decode(write(EVERYTHING))).isEqualTo(new Decoded.Accepted<>(EVERYTHING));
        assertThat(decode(write(SceneRules.DEFAULT)))
                .isEqualTo(new Decoded.Accepted<>(SceneRules.DEFAULT));
    }

    @Test
    void fillsInDefaults() {
        assertThat(decode("{}")).isEqualTo(new Decoded.Accepted<>(SceneRules.DEFAULT));
        assertThat(decode("{\"scenes\":{},\"timing\":{},\"triggers\":{},\"options\":{}}"))
                .isEqualTo(new Decoded.Accepted<>(SceneRules.DEFAULT));
    }

    @Test
    void takesAnEmptiedFieldForNone() {
        var decoded = decode("{\"scenes\":{\"live\":\"Rua\",\"low\":\" \",\"brb\":\"\"}}");

        assertThat(decoded.map(SceneRules::scenes))
                .isEqualTo(new Decoded.Accepted<>(SceneNames.of("Rua", "BRB")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"scenes":[]}                                | scenes must be an object
                    {"scenes":{"low":7}}                         | scenes.low must be text
                    {"scenes":{"live":"A","brb":"A"}}            | scenes.brb must be another scene than live
                    {"offline_states":["sad"]}                   | offline_states may hold only healthy, degraded, critical, down
                    {"offline_states":"down"}                    | offline_states must be a list of at most 4
                    {"timing":{"fallback_delay_s":-1}}           | timing.fallback_delay_s must be between 0 and 3600
                    {"timing":{"recovery_delay_s":3601}}         | timing.recovery_delay_s must be between 0 and 3600
                    {"timing":{"dwell_s":"2"}}                   | timing.dwell_s must be a number
                    {"timing":{"confirmations":0}}               | timing.confirmations must be between 1 and 100
                    {"timing":{"confirmations":1.5}}             | timing.confirmations must be a whole number
                    {"triggers":{"low":"many"}}                  | triggers.low must be a number
                    {"triggers":{"rtt":0}}                       | triggers.rtt must be between 1 and 60000
                    {"triggers":{"offline":-1}}                  | triggers.offline must be between 0 and 1000000
                    {"triggers":{"rtt_offline":1e9}}             | triggers.rtt_offline must be between 1 and 60000
                    {"options":{"instant_recover":"yes"}}        | options.instant_recover must be true or false
                    """)
    void namesTheFieldOfAMistake(String json, String mistake) {
        assertThat(decode(json)).hasToString(mistake);
    }

    @Test
    void refusesASceneNameThatNobodyCouldRead() {
        var name = "x".repeat(SceneRulesCodec.LONGEST_NAME + 1);

        assertThat(decode("{\"scenes\":{\"live\":\"%s\"}}".formatted(name)))
                .hasToString("scenes.live must have at most 200 characters");
    }

    @Test
    void survivesAnyText() {
        var random = new Random(9);
        var sound = write(EVERYTHING);
        for (var round = 0; round < 2_000; round++) {
            var at = random.nextInt(sound.length());
            var broken =
                    sound.substring(0, at) + (char) random.nextInt(128) + sound.substring(at + 1);

            assertThat(decode(broken)).isNotNull();
        }
    }

    private static String write(SceneRules rules) {
        return Json.write(SceneRulesCodec.encode(rules));
    }

    private static Decoded<SceneRules> decode(String json) {
        return Json.readObject(json).flatMap(SceneRulesCodec::decode);
    }
}
