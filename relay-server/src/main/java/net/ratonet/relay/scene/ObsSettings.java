package net.ratonet.relay.scene;

/// One streamer's OBS: where it listens, its password, and the rules for its scenes. An empty
/// password means that none is set. The password never leaves this record in text.
public record ObsSettings(String host, int port, String password, SceneRules rules) {

    public static final String DEFAULT_HOST = "localhost";
    public static final int DEFAULT_PORT = 4455;

    public ObsSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 1 and 65535, not " + port);
        }
    }

    public String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "ObsSettings[%s, password=%s, %s]"
                .formatted(address(), password.isEmpty() ? "none" : "***", rules);
    }
}
