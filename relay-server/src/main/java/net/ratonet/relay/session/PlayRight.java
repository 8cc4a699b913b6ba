package net.ratonet.relay.session;

import java.time.Duration;
import java.util.Optional;
import net.ratonet.shared.telemetry.StreamerId;

/// What the holder of a play token may watch.
///
/// @param tokenId names the token to its owner; not a secret
/// @param slate whether the slate fills a silent field; otherwise nothing does
/// @param passphrase with which the media must be encrypted, when the streamer asks for that
public record PlayRight(
        StreamerId streamer,
        String tokenId,
        boolean slate,
        Optional<String> passphrase,
        Duration latency) {

    @Override
    public String toString() {
        return "PlayRight[%s, %s]".formatted(streamer, tokenId);
    }
}
