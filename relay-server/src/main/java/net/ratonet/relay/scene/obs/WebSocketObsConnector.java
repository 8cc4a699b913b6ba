package net.ratonet.relay.scene.obs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.ObsSettings;

/// Reaches an OBS that listens for obs-websocket 5. Stateless, so any thread may connect.
public final class WebSocketObsConnector implements ObsConnector {

    static final int TIMEOUT_SECONDS = 5;

    private final ObsSettings settings;

    public WebSocketObsConnector(ObsSettings settings) {
        this.settings = settings;
    }

    @Override
    public ObsConnection connect(ObsListener listener) throws ObsUnreachableException {
        checkThatSomebodyListens();
        return WebSocketObsConnection.open(settings, listener);
    }

    /// Finds an absent OBS out cheaply: the library would start threads of its own for each try,
    /// and tell less clearly what is wrong.
    private void checkThatSomebodyListens() throws ObsUnreachableException {
        try (var probe = new Socket()) {
            probe.connect(
                    new InetSocketAddress(settings.host(), settings.port()),
                    TIMEOUT_SECONDS * 1_000);
        } catch (IOException _) {
            throw new ObsUnreachableException(
                    new ObsClosure.Lost(
                            new Sentence("ninguém atende em %s", "nobody answers at %s")
                                    .with(settings.address())));
        }
    }
}
