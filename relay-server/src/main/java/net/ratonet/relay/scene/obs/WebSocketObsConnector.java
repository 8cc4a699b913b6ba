package net.ratonet.relay.scene.obs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import net.ratonet.relay.health.Sentence;
import net.ratonet.relay.scene.ObsSettings;

/// Reaches an OBS that listens for obs-websocket 5. Stateless, so any thread may connect.
public final class WebSocketObsConnector implements ObsConnector {

    static final int TIMEOUT_SECONDS = 5;

    private final ObsSettings settings;
    private final ObsAddresses addresses;

    public WebSocketObsConnector(ObsTarget target) {
        this(target, InetAddress::getAllByName);
    }

    WebSocketObsConnector(ObsTarget target, ObsAddresses.Resolver resolver) {
        this.settings = target.settings();
        this.addresses = new ObsAddresses(target.reach(), resolver);
    }

    @Override
    public ObsConnection connect(ObsListener listener) throws ObsUnreachableException {
        var address = whereSomebodyListens(addresses.of(settings.host()));
        return WebSocketObsConnection.open(address, settings, listener);
    }

    /// Finds an absent OBS out cheaply: the library would start threads of its own for each try,
    /// and tell less clearly what is wrong.
    private InetAddress whereSomebodyListens(List<InetAddress> candidates)
            throws ObsUnreachableException {
        for (var address : candidates) {
            if (isListening(address, TIMEOUT_SECONDS * 1_000 / candidates.size())) {
                return address;
            }
        }
        throw new ObsUnreachableException(
                new ObsClosure.Lost(
                        new Sentence("ninguém atende em %s", "nobody answers at %s")
                                .with(settings.address())));
    }

    private boolean isListening(InetAddress address, int timeoutMs) {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(address, settings.port()), timeoutMs);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
