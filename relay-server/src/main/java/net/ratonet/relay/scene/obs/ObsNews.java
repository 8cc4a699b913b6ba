package net.ratonet.relay.scene.obs;

/// What a connection told, on its way to its owner's thread.
sealed interface ObsNews {

    /// Which try at connecting the connection came from.
    int attempt();

    record SceneShown(int attempt, String scene) implements ObsNews {}

    record StreamingTurned(int attempt, boolean streaming) implements ObsNews {}

    record Closed(int attempt, ObsClosure closure) implements ObsNews {}
}
