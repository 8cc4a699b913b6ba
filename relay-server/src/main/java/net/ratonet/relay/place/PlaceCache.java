package net.ratonet.relay.place;

import java.time.Instant;
import java.util.Optional;
import net.ratonet.relay.privacy.PlaceName;

/// Remembers the provider's answers across restarts. Called from one thread that may wait.
public interface PlaceCache {

    Optional<PlaceName> find(PlaceKey key);

    void keep(PlaceKey key, PlaceName place, Instant at);
}
