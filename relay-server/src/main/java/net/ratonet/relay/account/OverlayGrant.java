package net.ratonet.relay.account;

import java.util.EnumSet;
import java.util.Set;
import net.ratonet.shared.telemetry.StreamerId;

/// What the holder of an overlay token, or of the old pull key, may see of whom.
public record OverlayGrant(StreamerId streamer, Set<OverlayScope> scopes, boolean pullKey) {

    public OverlayGrant {
        scopes = Set.copyOf(scopes);
    }

    static OverlayGrant ofPullKey(StreamerId streamer) {
        return new OverlayGrant(streamer, EnumSet.allOf(OverlayScope.class), true);
    }

    static OverlayGrant of(StreamerId streamer, OverlayToken token) {
        return new OverlayGrant(streamer, token.scopes(), false);
    }
}
