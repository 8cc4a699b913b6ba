package net.ratonet.relay.scene.obs;

/// One live connection to one OBS. Used by its owner's thread only; each call waits for the answer,
/// for at most five seconds. A refusal leaves the connection as it is; otherwise it is lost.
public interface ObsConnection extends AutoCloseable {

    /// What OBS shows and has.
    ObsSnapshot look() throws ObsRefusedException, ObsUnreachableException;

    void switchTo(String scene) throws ObsRefusedException, ObsUnreachableException;

    /// Shows or hides a source within a scene.
    void showSource(String scene, String source, boolean visible)
            throws ObsRefusedException, ObsUnreachableException;

    /// Makes a media source open its input anew, which heals a frozen SRT picture.
    void restartMedia(String input) throws ObsRefusedException, ObsUnreachableException;

    @Override
    void close();
}
