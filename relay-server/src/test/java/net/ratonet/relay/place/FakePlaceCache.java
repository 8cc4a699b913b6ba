package net.ratonet.relay.place;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.privacy.PlaceName;

/// Remembers places for as long as the test runs.
final class FakePlaceCache implements PlaceCache {

    final Map<PlaceKey, PlaceName> places = new ConcurrentHashMap<>();

    @Override
    public Optional<PlaceName> find(PlaceKey key) {
        return Optional.ofNullable(places.get(key));
    }

    @Override
    public void keep(PlaceKey key, PlaceName place, Instant at) {
        places.put(key, place);
    }
}
