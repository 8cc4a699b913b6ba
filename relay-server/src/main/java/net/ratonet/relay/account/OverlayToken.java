package net.ratonet.relay.account;

import java.time.Instant;
import java.util.Set;

/// A key for one browser source, which its owner can take back without disturbing the others.
public record OverlayToken(
        String id, String label, Set<OverlayScope> scopes, String token, Instant createdAt) {

    public OverlayToken {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "OverlayToken[%s, %s]".formatted(id, scopes);
    }
}
