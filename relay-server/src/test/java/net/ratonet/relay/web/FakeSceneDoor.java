package net.ratonet.relay.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.scene.obs.SceneDoor;
import net.ratonet.relay.scene.obs.SceneRemote;
import net.ratonet.shared.telemetry.StreamerId;

/// Knows the OBS of those to whom the test has given one. Any thread may call.
final class FakeSceneDoor implements SceneDoor {

    private final Map<StreamerId, FakeSceneRemote> remotes = new ConcurrentHashMap<>();

    @Override
    public Optional<SceneRemote> remote(StreamerId id) {
        return Optional.ofNullable(remotes.get(id));
    }

    FakeSceneRemote give(StreamerId id) {
        return remotes.computeIfAbsent(id, _ -> new FakeSceneRemote());
    }
}
