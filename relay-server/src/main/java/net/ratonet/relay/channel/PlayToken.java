package net.ratonet.relay.channel;

import java.time.Instant;

/// A key for one player, which its owner can take back without disturbing the others.
///
/// @param id names the token where its owner looks after it; not a secret
/// @param slate whether the player sees the slate while the field is silent; otherwise nothing
public record PlayToken(String id, String label, boolean slate, String token, Instant createdAt) {

    @Override
    public String toString() {
        return "PlayToken[%s, slate=%s]".formatted(id, slate);
    }
}
