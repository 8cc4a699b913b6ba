package net.ratonet.relay.config;

import java.time.Duration;

/// Where SRT comes in, and how long it waits for lost packets.
///
/// @param basePort 0 for any free port
/// @param portCount how many ports from the first on are listened to, for old set-ups that send
///   each link to one of its own
/// @param maxLinks ports that an old set-up uses for one streamer
/// @param latency of a single path, where a streamer has set none
/// @param passphrase of every streamer who has set none; empty asks nobody to encrypt
public record SrtConfig(
        int basePort, int portCount, int maxLinks, Duration latency, String passphrase) {

    @Override
    public String toString() {
        return "SrtConfig[%d]".formatted(basePort);
    }
}
