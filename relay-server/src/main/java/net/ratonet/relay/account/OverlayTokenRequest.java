package net.ratonet.relay.account;

import java.util.Set;

/// The overlay token that a streamer asks for.
public record OverlayTokenRequest(String label, Set<OverlayScope> scopes) {

    public OverlayTokenRequest {
        scopes = Set.copyOf(scopes);
    }
}
