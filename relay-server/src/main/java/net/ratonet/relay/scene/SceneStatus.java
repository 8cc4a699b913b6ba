package net.ratonet.relay.scene;

import java.util.List;
import java.util.Optional;
import net.ratonet.relay.health.Sentence;

/// What a panel shows of one streamer's OBS.
///
/// @param held whether somebody has asked for the present scene to stay
/// @param problems what a person should mend, the most pressing first
public record SceneStatus(
        boolean connected,
        Optional<String> currentScene,
        boolean inFallback,
        boolean held,
        List<Sentence> problems,
        DecisionLog log) {

    public SceneStatus {
        problems = List.copyOf(problems);
    }

    public static SceneStatus of(DirectorState state, SceneNames names, List<Sentence> problems) {
        var scene = state.program().map(DirectorState.Program::scene);
        return new SceneStatus(
                scene.isPresent(),
                scene,
                scene.filter(names.brb()::equals).isPresent(),
                state.hold().isPresent(),
                problems,
                state.log());
    }
}
