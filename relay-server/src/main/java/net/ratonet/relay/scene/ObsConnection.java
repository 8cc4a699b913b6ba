package net.ratonet.relay.scene;

import java.io.IOException;

/// One live connection to one OBS. Used by its owner's thread only; each call waits for the answer,
/// for at most five seconds.
public interface ObsConnection extends AutoCloseable {

    /// What OBS shows and has.
    ObsSnapshot look() throws IOException;

    void switchTo(String scene) throws IOException;

    /// Shows or hides a source within a scene.
    void showSource(String scene, String source, boolean visible) throws IOException;

    /// Makes a media source open its input anew, which heals a frozen SRT picture.
    void restartMedia(String input) throws IOException;

    @Override
    void close();
}
