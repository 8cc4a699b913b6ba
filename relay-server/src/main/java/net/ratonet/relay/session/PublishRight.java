package net.ratonet.relay.session;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.telemetry.StreamerId;

/// What the holder of a publish key may do.
///
/// @param passphrase with which the media must be encrypted, when the streamer asks for that
/// @param encryptedOnly whether nothing may come in that could be read on its way
/// @param latency how long SRT waits for lost packets of a single path
/// @param bondedLatency the same for a path of several links, where loss reports need more time
public record PublishRight(
        StreamerId streamer,
        Optional<String> passphrase,
        boolean encryptedOnly,
        Duration latency,
        Duration bondedLatency) {

    @Override
    public String toString() {
        return "PublishRight[%s]".formatted(streamer);
    }
}
