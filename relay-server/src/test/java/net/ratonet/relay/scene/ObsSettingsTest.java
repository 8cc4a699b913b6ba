package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ObsSettingsTest {

    @Test
    void neverShowsThePassword() {
        var settings = new ObsSettings("obs.example", 4455, "hunter2", SceneRules.DEFAULT);

        assertThat(settings.toString()).contains("obs.example:4455").doesNotContain("hunter2");
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObsSettings("obs", 0, "", SceneRules.DEFAULT))
                .withMessageStartingWith("port");
    }

    @Test
    void refusesASceneWithoutAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> SceneNames.of("LIVE", " "));
    }

    @Test
    void refusesDelaysThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneTiming.of(Duration.ofSeconds(-1), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SceneTiming(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0));
    }

    @Test
    void namesEachSceneOnce() {
        assertThat(SceneNames.of("A", "B").withLow("A").all()).containsExactly("A", "B");
    }
}
