package net.ratonet.relay.scene;

import java.util.EnumSet;
import java.util.Set;
import net.ratonet.shared.telemetry.HealthState;

/// Everything that decides which scene a streamer's viewers see.
///
/// @param offlineStates the health states in which the picture counts as gone
public record SceneRules(
        SceneNames scenes,
        Set<HealthState> offlineStates,
        Triggers triggers,
        SceneTiming timing,
        SceneOptions options) {

    public static final SceneRules DEFAULT = of(SceneNames.DEFAULT, SceneTiming.DEFAULT);

    public SceneRules {
        offlineStates = Set.copyOf(offlineStates);
    }

    public static SceneRules of(SceneNames scenes, SceneTiming timing) {
        return new SceneRules(
                scenes,
                EnumSet.of(HealthState.CRITICAL, HealthState.DOWN),
                Triggers.NONE,
                timing,
                SceneOptions.DEFAULT);
    }

    public SceneRules with(Triggers others) {
        return new SceneRules(scenes, offlineStates, others, timing, options);
    }

    public SceneRules with(SceneOptions others) {
        return new SceneRules(scenes, offlineStates, triggers, timing, others);
    }

    public SceneRules with(SceneTiming other) {
        return new SceneRules(scenes, offlineStates, triggers, other, options);
    }
}
