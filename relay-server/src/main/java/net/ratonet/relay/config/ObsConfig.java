package net.ratonet.relay.config;

import java.time.Duration;

/// The OBS of a streamer who has set none of their own.
///
/// @param privateHosts whether streamers may set one inside the relay's own networks
public record ObsConfig(
        String host,
        int port,
        String password,
        String liveScene,
        String brbScene,
        Duration fallbackDelay,
        Duration recoveryDelay,
        boolean privateHosts) {

    @Override
    public String toString() {
        return "ObsConfig[%s:%d, %s/%s]".formatted(host, port, liveScene, brbScene);
    }
}
