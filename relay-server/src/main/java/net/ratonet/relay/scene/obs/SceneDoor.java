package net.ratonet.relay.scene.obs;

import java.util.Optional;
import net.ratonet.shared.telemetry.StreamerId;

/// Where whoever serves streamers finds the OBS of each. Any thread may call.
@FunctionalInterface
public interface SceneDoor {

    /// The streamer's OBS as it is set now. Empty where none is set, where the streamer has
    /// switched it off, and before the streamer is approved.
    Optional<SceneRemote> remote(StreamerId id);
}
