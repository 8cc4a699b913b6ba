package net.ratonet.relay.scene.obs;

import java.util.List;

/// OBS at one instant: the scene on program, all scenes there are, and whether it is on air.
public record ObsSnapshot(String scene, List<String> scenes, boolean streaming) {

    public ObsSnapshot {
        scenes = List.copyOf(scenes);
    }
}
