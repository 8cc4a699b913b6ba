package net.ratonet.relay.scene.obs;

/// A way to reach one streamer's OBS: from here to it, or from a dock in it to here.
@FunctionalInterface
public interface ObsConnector {

    /// Waits until OBS has let us in, for at most ten seconds.
    ObsConnection connect(ObsListener listener) throws ObsUnreachableException;
}
