package net.ratonet.relay.scene.obs;

/// Hears what OBS tells of itself, on a thread of the connection: hand it on and return.
public interface ObsListener {

    void onSceneChanged(String scene);

    void onStreamingChanged(boolean streaming);

    /// The last call: the connection is gone.
    void onClosed(ObsClosure closure);
}
