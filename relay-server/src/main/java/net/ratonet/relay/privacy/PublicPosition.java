package net.ratonet.relay.privacy;

import java.util.Optional;

/// What the world may know of a position right now. Without a fix there is no place either.
public record PublicPosition(Optional<TimedFix> position, String place) {

    public static final PublicPosition HIDDEN = new PublicPosition(Optional.empty(), "");
}
